# Wat mensen horen van een wijziging die hen aangaat.
notice-room = Andere zaal: { BOLD($session) } is nu in { $now } (was { $was }). De tijd blijft { $time }.
notice-room-new = { BOLD($session) } is in { $now }, { $time } (er was nog geen zaal).
notice-no-room = De zaal van { BOLD($session) } is nog niet bekend (was { $was }). De tijd blijft { $time }.
notice-online = Nu online: { BOLD($session) }, { $time } (was { $was }).
notice-online-new = Nu online: { BOLD($session) }, { $time }.
notice-offline = Niet meer online: { BOLD($session) } is nu in { $now }. De tijd blijft { $time }.
notice-time = Andere tijd: { BOLD($session) } is nu { $now } (was { $was }).
notice-longer = Andere eindtijd: { BOLD($session) } duurt nu tot { $end } uur, dus { $now } (was { $was }).
notice-place-stays = De plaats blijft { $place }.
notice-moved = Andere tijd en plaats: { BOLD($session) } is nu { $now } (was { $was }).
notice-cancelled = { BOLD($session) } gaat niet door (was { $was }).
notice-gone = { BOLD($session) } staat niet meer in het programma (was { $was }).
notice-back = Gaat toch door: { BOLD($session) }, { $start } tot { $end } uur{ $where }.
notice-back-open = Gaat toch door: { BOLD($session) }, vanaf { $start } uur{ $where }.
notice-certain = Gaat door: { BOLD($session) }, { $start } tot { $end } uur{ $where }.
notice-certain-open = Gaat door: { BOLD($session) }, vanaf { $start } uur{ $where }.
notice-provisional = Onder voorbehoud: { BOLD($session) }, { $start } tot { $end } uur{ $where }. Het is nog niet zeker dat dit doorgaat.
notice-provisional-open = Onder voorbehoud: { BOLD($session) }, vanaf { $start } uur{ $where }. Het is nog niet zeker dat dit doorgaat.
notice-waits = { BOLD($Session) } gaat niet door zoals gepland ({ $start } tot { $end } uur). U hoort nog of en wanneer het wel doorgaat.
notice-waits-open = { BOLD($Session) } gaat niet door zoals gepland (vanaf { $start } uur). U hoort nog of en wanneer het wel doorgaat.
notice-still-waits = Het is nog niet zeker dat dit doorgaat.
notice-waiting = Van deze bijeenkomsten hoort u nog of en wanneer ze er zijn: { $sessions }.
notice-follow = Volg een groep met /volg, dan hoort u wat er met die bijeenkomst gebeurt.
notice-day-back = De dag gaat toch door zoals gepland. Uw programma staat in /mijn.
notice-new = Nieuw in het programma: { BOLD($session) }, { $start } tot { $end } uur{ $where }.
notice-new-open = Nieuw in het programma: { BOLD($session) }, vanaf { $start } uur{ $where }.
notice-reverted = Toch geen wijziging: { BOLD($session) } blijft { $start } tot { $end } uur{ $where }.
notice-reverted-open = Toch geen wijziging: { BOLD($session) } blijft vanaf { $start } uur{ $where }.
notice-reverted-off = Toch geen wijziging: { BOLD($session) } gaat niet door.
notice-absent =
    { $count ->
        [one] { BOLD($session) }, { $time } uur{ $where }: { $names } is verhinderd.
       *[other] { BOLD($session) }, { $time } uur{ $where }: { $names } zijn verhinderd.
    }
notice-goes-on = De sessie gaat door.
notice-goes-on-with = De sessie gaat door, met { $names }.
notice-replaced =
    { $count ->
        [one] { BOLD($session) }, { $time } uur{ $where }: { $names } is verhinderd. In de plaats komt { $instead }.
       *[other] { BOLD($session) }, { $time } uur{ $where }: { $names } zijn verhinderd. In de plaats komt { $instead }.
    }
notice-present =
    { $count ->
        [one] { BOLD($session) }, { $time } uur{ $where }: { $names } is er toch bij.
       *[other] { BOLD($session) }, { $time } uur{ $where }: { $names } zijn er toch bij.
    }
notice-instead-gone =
    { $count ->
        [one] { $names } komt dus niet.
       *[other] { $names } komen dus niet.
    }
notice-joins =
    { $count ->
        [one] { BOLD($session) }, { $time } uur{ $where }: { $names } komt erbij als spreker.
       *[other] { BOLD($session) }, { $time } uur{ $where }: { $names } komen erbij als spreker.
    }
notice-people = { BOLD($session) }, { $time } uur{ $where }: andere sprekers. Nu: { $names }.
notice-title = Andere titel: { BOLD($now) } (was { $was }), { $time } uur{ $where }.
notice-sign-up = Meld u aan met de knop: dan krijgt u de link en de stukken.
notice-overlaps = Dat valt nu samen met { $sessions } in uw programma. Kies hieronder, of laat het zo.
notice-own-instead = U hebt dan ook { $sessions } in uw programma.
notice-instead = Op dat moment is er ook { $sessions }.
notice-item = { $session } ({ $time } uur{ $where })
notice-span = { $start } tot { $end }
notice-from = vanaf { $start }
notice-again = Let op, opnieuw gewijzigd. { $sentence }
notice-more =
    { $count ->
        [one] En nog 1 wijziging in uw programma: zie /mijn.
       *[other] En nog { $count } wijzigingen in uw programma: zie /mijn.
    }
