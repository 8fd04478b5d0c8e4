# Herinnerd worden aan één sessie.
keep-button = Herinner mij aan { $session }
keep-button-on = Herinner mij niet aan { $session }
keep-button-off = { $session } in mijn programma
keep-button-on-off = { $session } uit mijn programma
keep-done = { $session }: { $when }. U krijgt { $lead ->
        [one] 1 minuut
       *[other] { $lead } minuten
    } voor het begin een bericht.
keep-done-off = { $session } staat in uw programma: { $when }.
keep-dropped = { $session } staat niet meer in uw programma.
keep-ics = Deze sessies als agendabestand. Open het bestand om ze in uw agenda te zetten.
keep-ics-item = { $session }: { $when }
keep-ics-more = { $count ->
        [one] En nog 1 sessie
       *[other] En nog { $count } sessies
    }
