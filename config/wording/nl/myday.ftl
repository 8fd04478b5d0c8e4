# Uw eigen dag: op volgorde, met wat u mist, wat samenvalt en wat er verder is.
myday-over = Deze dag is voorbij.
myday-day = { BOLD($day) }
myday-days = { $first } tot en met { $last }
myday-move = { $what }, van { $from } naar { $to }
myday-gap = niets gekozen
myday-gap-on = niets gekozen. Wel in het programma: { $sessions }
myday-gap-item = { $session }, { $time } uur
myday-gap-item-in = { $session }, { $time } uur, { $place }
myday-gap-more = en nog { $count }
myday-overlap = Om { $time } uur hebt u { $count } sessies tegelijk.
myday-overlap-partly = Deze sessies vallen deels samen: { $sessions }.
myday-overlap-how = Voor { $time } uur kunt u hieronder kiezen. Wat u niet kiest, gaat uit uw programma; dat kunt u terugdraaien.
myday-button-take = Kies { $session }
myday-button-leave-so = Laat { $time } uur zo
myday-button-back = Zet { $session } terug
myday-button-back-several = Zet { $count } sessies terug
myday-taken = U kiest { BOLD($session) }. Niet meer in uw programma: { $others }.
myday-back =
    { $count ->
        [one] { $sessions } staat weer in uw programma.
       *[other] { $sessions } staan weer in uw programma.
    }
myday-left = Om { $time } uur blijft alles in uw programma staan.
myday-arrives = U komt om { $time } uur.
myday-leaves = U gaat om { $time } uur weg.
myday-whole-day = U bent er de hele dag.
myday-absent = U hebt gezegd dat u er niet bent. U krijgt geen herinneringen.
myday-absent-set = U bent er niet op { $day }. U krijgt dan geen berichten over uw programma.
myday-present = U bent erbij op { $day }.
myday-misses-nothing = U mist niets van uw programma.
myday-nothing-chosen = U hebt nog niets gekozen. Volg een pijler of themagroep, dan staat die in uw programma.
myday-catches = Dit haalt u nog:
myday-catches-nothing = U haalt niets van wat u gekozen hebt.
myday-misses = Dit mist u: { $sessions }.
myday-misses-silent = Daarover krijgt u geen herinnering.
myday-missed = { $session } ({ $time } uur)
myday-part-not-the-beginning = u mist het begin
myday-part-not-the-end = u mist het einde
myday-part-middle = u mist het begin en het einde
myday-part-nothing = dan bent u er niet
myday-when-arrive = Hoe laat komt u? Kies hieronder, of typ bijvoorbeeld: ik kom om { $time }.
myday-when-leave = Hoe laat gaat u weg? Kies hieronder, of typ bijvoorbeeld: ik ga om { $time } weg.
myday-button-arrive = Ik kom om { $time } uur
myday-button-leave = Ik ga om { $time } uur weg
myday-button-whole-day = Ik ben er de hele dag
myday-button-absent = Ik ben er niet
myday-button-present = Ik ben er wel
