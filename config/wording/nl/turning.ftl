# Als de hele dag anders wordt: elke secretaris krijgt één vraag.
turn-question = Wat gebeurt er met { BOLD($session) } (gepland van { $start } tot { $end } uur)? Kies hieronder. U ziet eerst wie het treft.
turn-question-open = Wat gebeurt er met { BOLD($session) } (gepland vanaf { $start } uur)? Kies hieronder. U ziet eerst wie het treft.
turn-button-online = Online, om { $time } uur
turn-button-online-later = Online, op een andere tijd
turn-button-postpone = Later, de datum volgt
turn-button-off = Gaat niet door
turn-all-answered = Van alle bijeenkomsten is bekend wat ermee gebeurt.
turn-waiting =
    { $count ->
        [one] Van 1 van de { $all } bijeenkomsten is nog niet bekend wat ermee gebeurt:
       *[other] Van { $count } van de { $all } bijeenkomsten is nog niet bekend wat ermee gebeurt:
    }
turn-item = { $session }: gevraagd aan de secretaris, nog geen antwoord
turn-item-nobody = { $session }: er is geen secretaris met een rol, kies zelf
