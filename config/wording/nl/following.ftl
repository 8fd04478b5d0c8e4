# Pijlers en themagroepen volgen.
follow-list = Kies hieronder wat u wilt volgen. U krijgt dan een bericht { $lead } minuten voor het begin.
follow-list-off = Kies hieronder wat u wilt volgen. Berichten voor het begin staan uit.
follow-list-pijler = Volgt u een pijler, dan volgt u ook de themagroepen van die pijler.
follow-list-more = Niet alle groepen passen hier. Een andere groep? Typ /volg met de naam.
follow-list-nothing = U volgt nu nog niets.
follow-list-followed = U volgt: { $groups }.
follow-list-no-groups = In dit programma staan geen groepen om te volgen.
follow-button = Volg { $group }
follow-button-on = Volgt: { $group }
follow-name-pijler = pijler { $name }
follow-name-themagroep = { $name }
follow-done = U volgt { BOLD($group) }.
follow-done-and = U volgt { BOLD($group) } en { $count ->
        [one] de themagroep daarvan
       *[other] de { $count } themagroepen daarvan
    }.
follow-not = U volgt { BOLD($group) } niet.
follow-stopped = U volgt { BOLD($group) } niet meer.
follow-stopped-and = U volgt { BOLD($group) } en de themagroepen daarvan niet meer.
follow-comes = { $session }: { $when }. U krijgt { $lead } minuten voor het begin een bericht.
follow-comes-now = { $session } is nu bezig: { $when }.
follow-comes-off = { $session }: { $when }.
follow-comes-not = In dit programma komt deze groep niet meer bij elkaar.
follow-unknown = De groep { $group } ken ik niet. Kies hieronder.
follow-ics = Agenda: { $session }
