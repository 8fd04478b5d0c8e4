# Instellingen: één bericht dat verandert waar het staat.
settings-title = { BOLD("Instellingen") }
settings-language = Taal: Nederlands.
settings-reminder =
    { $minutes ->
        [one] Herinnering: { $minutes } minuut voor het begin.
       *[other] Herinnering: { $minutes } minuten voor het begin.
    }
settings-reminder-off = Herinnering: uit.
settings-reminder-quiet = Tijdens een sessie uit uw programma wacht die tot de sessie voorbij is.
settings-brief-evening = Overzicht van uw dag: de avond ervoor om { $time } uur.
settings-brief-morning = Overzicht van uw dag: op de dag zelf om { $time } uur.
settings-brief-both = Overzicht van uw dag: de avond ervoor om { $evening } uur en op de dag zelf om { $morning } uur.
settings-brief-off = Overzicht van uw dag: uit.
settings-brief-what = In dat overzicht staat uw eigen programma, met zalen en tijden.
settings-choose = Kies hieronder.
settings-marked = { $label } (nu)
settings-button-language = Taal wijzigen
settings-button-reminder = Herinnering wijzigen
settings-button-brief = Overzicht wijzigen
settings-button-back = Terug
settings-button-lead = { $minutes } minuten vooraf
settings-button-lead-off = Geen herinneringen
settings-button-quiet = Stil terwijl ik in een sessie zit
settings-button-quiet-off = Ook tijdens een sessie herinneren
settings-button-evening = Avond ervoor, { $time } uur
settings-button-evening-off = Niet op de avond ervoor
settings-button-morning = Zelfde ochtend, { $time } uur
settings-button-morning-off = Niet op de ochtend zelf
