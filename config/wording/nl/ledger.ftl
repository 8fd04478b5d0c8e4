# Wat u in uw agenda hebt, en wat daarvan veranderde.
ledger-cancelled = { BOLD($name) } gaat niet door (was { $was }).
ledger-back = { BOLD($name) } gaat toch door: { $now }.
ledger-certain = { BOLD($name) } is niet meer onder voorbehoud: { $now }.
ledger-provisional = { BOLD($name) } is nu onder voorbehoud: het is nog niet zeker dat dit doorgaat. Tijd en plaats blijven: { $now }.
ledger-moved = Andere tijd en plaats voor { BOLD($name) }: { $now } (was { $was }).
ledger-time = Andere tijd voor { BOLD($name) }: { $now } (was { $was }).
ledger-place-stays = { $sentence } De plaats blijft { $place }.
ledger-room = Andere zaal voor { BOLD($name) }: { $now } (was { $was }). De tijd blijft { $time }.
ledger-place = Andere plaats voor { BOLD($name) }: { $now } (was { $was }). De tijd blijft { $time }.
ledger-no-room = nog geen zaal
ledger-on-day = { $day }, { $when }
ledger-more =
    { $count ->
        [one] En nog 1 wijziging; die staat in het bestand.
       *[other] En nog { $count } wijzigingen; die staan in het bestand.
    }
ledger-open = Open het bestand om uw agenda bij te werken.
ledger-file = Nieuw bestand voor uw agenda: { $names }. Open het om uw agenda bij te werken.
ledger-delete = Verwijder { $names } zelf uit uw agenda als u een bestand had opgeslagen.
ledger-file-name = wijzigingen

ledger-none = U hebt hier nog geen bestand voor uw agenda gekregen. Met /ics krijgt u uw eigen programma.
ledger-all-right =
    { $count ->
        [one] Ja, uw agenda klopt: het onderdeel dat u hier kreeg, is niet gewijzigd.
       *[other] Ja, uw agenda klopt: de { $count } onderdelen die u hier kreeg, zijn zoals in het programma van nu.
    }
ledger-known = Ik weet alleen wat ik u stuurde, niet wat u zelf in uw agenda veranderde.
ledger-behind =
    { $count ->
        [one] Nee, 1 onderdeel in uw agenda klopt niet meer:
       *[other] Nee, { $count } onderdelen in uw agenda kloppen niet meer:
    }
ledger-others-right =
    { $count ->
        [one] Het andere onderdeel klopt nog.
       *[other] De andere { $count } onderdelen kloppen nog.
    }
ledger-was-right =
    { $count ->
        [one] Wat u al in uw agenda had, klopte nog: 1 onderdeel.
       *[other] Wat u al in uw agenda had, klopte nog: { $count } onderdelen.
    }
ledger-was-behind =
    { $count ->
        [one] Van wat u al in uw agenda had, klopte 1 onderdeel niet meer.
       *[other] Van wat u al in uw agenda had, klopten { $count } onderdelen niet meer.
    }
ledger-left =
    { $count ->
        [one] 1 daarvan staat niet in dit bestand: kies de knop hieronder.
       *[other] { $count } daarvan staan niet in dit bestand: kies de knop hieronder.
    }
ledger-button-update = Werk mijn agenda bij
