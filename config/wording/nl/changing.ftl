# Het programma wijzigen: wat kan er, wat veroorzaakt het, wat is er gedaan.
change-session = { BOLD($session) }, { $start } tot { $end } uur{ $where }.
change-session-open = { BOLD($session) }, vanaf { $start } uur{ $where }.
change-session-off = Deze sessie gaat nu niet door.
change-session-waits = Er is nog niet gezegd wat hiermee gebeurt.
change-session-ask = Wat verandert er? Kies hieronder. U ziet eerst wie het treft; er gaat niets uit voordat u verstuurt.
change-session-typed = Of typ het, bijvoorbeeld “naar { $room }”, “om 14.00 uur” of “duurt tot 15.45 uur”.
change-session-typed-no-room = Of typ het, bijvoorbeeld “om 14.00 uur” of “duurt tot 15.45 uur”.
change-button-room = Naar { $room }
change-button-room-taken = Naar { $room } (bezet)
change-button-later = { $minutes } minuten later
change-button-time = Een andere tijd
change-button-off = Gaat niet door
change-button-on = Gaat toch door
change-button-online = Wordt online
change-button-swap = Ruil van zaal
change-button-speaker = Een spreker is verhinderd
change-button-speaker-back = { $name } komt toch
change-button-desk = Aanmeldingen, stukken en link
change-button-others = Een andere sessie
change-button-of = Wijzig { $session }
change-button-move-to-room = Verplaats { $session } naar { $room }
change-button-move-to-time = Verplaats { $session } naar { $time } uur
change-button-day-online = De hele dag wordt digitaal
change-button-day-off = De hele dag gaat niet door
change-button-more =
    { $count ->
        [one] Nog 1 sessie
       *[other] Nog { $count } sessies
    }
change-which = Welke sessie wilt u wijzigen?
change-which-typed = Of typ wat er verandert, bijvoorbeeld “Veiligheid naar zaal 2” of “alles na de lunch 10 minuten later”.
change-which-meant = Welke bedoelt u?
change-which-time = Wat is de nieuwe tijd van { $session }? Typ bijvoorbeeld “14.00”, “14.00 tot 15.00” of “een kwartier later”.
change-which-time-online = Hoe laat is { $session } online? Typ bijvoorbeeld “14.00” of “14.00 tot 15.00”.
change-none = Er is in dit programma geen sessie die u kunt wijzigen.
change-swap-which = Met welke sessie ruilt { $session } van zaal?
change-speaker-which = Wie is verhinderd bij { $session }? Komt er iemand in de plaats, typ dan bijvoorbeeld “Jan Jansen is verhinderd, Piet Pietersen neemt het over”.
change-will-be = { BOLD("Zo wordt het:") }
change-overtaken = Let op: het programma is intussen gewijzigd, of dit was een oud voorstel. Er is nog niets verstuurd. Kijk nog eens:
change-all-later = { $count } onderdelen beginnen { $minutes } minuten later. Het eerste begint om { $now } uur (was { $was }).
change-all-earlier = { $count } onderdelen beginnen { $minutes } minuten eerder. Het eerste begint om { $now } uur (was { $was }).
change-stays-off = Let op, { $session } gaat niet door. Dat blijft zo, en niemand krijgt er bericht van.
change-more =
    { $count ->
        [one] En nog 1 wijziging.
       *[other] En nog { $count } wijzigingen.
    }
change-day-waits =
    { $count ->
        [one] 1 bijeenkomst wacht op haar secretaris. Wie een rol heeft, krijgt meteen de vraag of zij online is, later komt of niet doorgaat.
       *[other] { $count } bijeenkomsten wachten op hun secretaris. Wie een rol heeft, krijgt meteen de vraag of die online is, later komt of niet doorgaat.
    }
change-day-off =
    { $count ->
        [0] Verder verandert er niets.
        [one] 1 ander onderdeel, zoals de lunch, gaat niet door.
       *[other] { $count } andere onderdelen, zoals lunch en verplaatsen, gaan niet door.
    }
change-day-back = De dag gaat toch door zoals gepland.
change-day-restored =
    { $count ->
        [one] 1 onderdeel is weer zoals het daarvoor was.
       *[other] { $count } onderdelen zijn weer zoals ze daarvoor waren.
    }
change-reaches = Dit bereikt { $who }{ $through }.
change-people =
    { $count ->
        [one] 1 persoon
       *[other] { $count } mensen
    }
change-groups =
    { $count ->
        [one] 1 groep op Telegram
       *[other] { $count } groepen op Telegram
    }
change-through = : { $parts }
change-through-signed-up =
    { $count ->
        [one] 1 meldde zich aan
       *[other] { $count } meldden zich aan
    }
change-through-kept =
    { $count ->
        [one] 1 koos de sessie zelf
       *[other] { $count } kozen de sessie zelf
    }
change-through-follows =
    { $count ->
        [one] 1 volgt de groep
       *[other] { $count } volgen de groep
    }
change-through-attends =
    { $count ->
        [one] 1 is er die dag
       *[other] { $count } zijn er die dag
    }
change-through-came-by =
    { $count ->
        [one] 1 opende de bot voor deze dag
       *[other] { $count } openden de bot voor deze dag
    }
change-through-secretary =
    { $count ->
        [one] 1 is secretaris
       *[other] { $count } zijn secretaris
    }
change-reaches-nobody = Dit bereikt nu niemand. Het programma zelf verandert wel.
change-heard-aloud =
    { $count ->
        [one] Die hoort het meteen, met geluid.
       *[other] Zij horen het meteen, met geluid.
    }
change-heard-quietly =
    { $count ->
        [one] Die hoort het meteen, zonder geluid.
       *[other] Zij horen het meteen, zonder geluid.
    }
change-heard-later =
    { $count ->
        [one] Die hoort het na een minuut, zonder geluid.
       *[other] Zij horen het na een minuut, zonder geluid.
    }
change-some-aloud =
    { $count ->
        [one] 1 hoort het meteen, met geluid
       *[other] { $count } horen het meteen, met geluid
    }
change-some-quietly =
    { $count ->
        [one] 1 hoort het meteen, zonder geluid
       *[other] { $count } horen het meteen, zonder geluid
    }
change-some-later =
    { $count ->
        [one] 1 hoort het na een minuut, zonder geluid
       *[other] { $count } horen het na een minuut, zonder geluid
    }
change-heard-apart = { $parts }.
change-reminded =
    { $count ->
        [one] 1 van hen had de herinnering al.
       *[other] { $count } van hen hadden de herinnering al.
    }
change-reminded-one = Die had de herinnering al.
change-takes = Bezorgen duurt ongeveer { $seconds } seconden.
change-paused = Alles wat uitgaat, staat nu stil. Het bericht gaat pas uit na /hervat.
change-draft = De dag is nog niet gepubliceerd: niemand krijgt bericht.
change-closed = De dag is afgesloten: niemand krijgt bericht.
change-overlapping =
    { $count ->
        [one] Bij 1 van hen valt het dan samen met iets anders in het eigen programma.
       *[other] Bij { $count } van hen valt het dan samen met iets anders in het eigen programma.
    }
change-overlapping-one = Daar valt het dan samen met iets anders in het eigen programma.
change-clash-room = Let op, { $room } is dan bezet: { $session }, { $start } tot { $end } uur.
change-clash-room-open = Let op, { $room } is dan bezet: { $session }, vanaf { $start } uur.
change-clash-speaker = Let op, { $name } is dan ook bij { $session }, { $start } tot { $end } uur.
change-clash-speaker-open = Let op, { $name } is dan ook bij { $session }, vanaf { $start } uur.
change-clash-slot = Let op, { $session } loopt dan door na het einde van de ronde ({ $time } uur).
change-clash-past = Let op, { $session } is dan al begonnen of voorbij.
change-swap-for-others = Ruilen van zaal kan de organisatie van de dag.
change-dropped = De reden die u noemde, heb ik weggelaten. Die wordt niet bewaard en niet verstuurd.
change-button-send = Verstuur deze wijziging
change-button-swap-with = Ruil van zaal met { $session }
change-button-edit = Pas het voorstel aan
change-button-leave = Laat het zoals het was
change-button-undo = Maak dit ongedaan
change-made = { BOLD("Verstuurd.") }
change-undone = { BOLD("Teruggedraaid.") }
change-taken-back = Uw laatste wijziging is al teruggedraaid.
change-taken-back-before = Uw laatste wijziging is al teruggedraaid. Hiermee draait u de wijziging daarvoor terug.
change-button-put-back = Zet mijn laatste wijziging terug
change-made-before = Deze wijziging was al verstuurd. Er is niets twee keer uitgegaan.
change-left = Alles blijft zoals het was. Er is niets verstuurd.
change-edit-again = Typ hoe het moet worden, bijvoorbeeld “naar zaal 2” of “een kwartier later”. Of kies /wijzig.
change-link-apart = De link hoort niet bij een wijziging, en heb ik niet bewaard. Geef hem na het versturen met /aanmeldingen: dan gaat hij alleen naar wie zich heeft aangemeld.
change-how-to = Wilt u iets wijzigen? Typ bijvoorbeeld “Veiligheid naar zaal 2” of “Europa een kwartier later”, of kies /wijzig.
change-rooms = Zalen zijn: { $rooms }.
change-rooms-none = Het programma noemt geen zalen.
change-problem-unknown-room = { $name } staat niet in dit programma. { $rooms }
change-problem-unknown-session = Ik vind geen sessie bij “{ $name }”. Kies er een met /wijzig, of noem de groep zoals die in het programma staat.
change-problem-unknown-speaker = { $name } staat niet als spreker in het programma. Er is niets gewijzigd.
change-problem-no-room = Naar welke zaal? Noem die erbij, bijvoorbeeld “{ $name } naar zaal 2”. { $rooms }
change-example = Veiligheid
change-problem-no-time = Welke tijd? Noem die erbij, bijvoorbeeld “om 14.00 uur” of “een kwartier later”.
change-problem-outside-day = Die tijd valt buiten deze dag, of het einde ligt voor het begin. Er is niets gewijzigd. Noem een tijd op de dag zelf.
change-problem-not-on-then = In die zalen zijn op dat moment geen twee sessies om te ruilen. Noem de sessies zelf, bijvoorbeeld “ruil Veiligheid en Woningmarkt”.
change-problem-hybrid = Hybride kan ik niet vastleggen: een sessie is in een zaal of online. Laat { $name } staan zoals het is, en vertel met /bericht aan wie het volgt hoe men op de andere manier meedoet. Wordt het alleen online, typ dan “{ $name } online”.
change-problem-which = Wat moet er veranderen, en bij welke sessie? Typ bijvoorbeeld “Veiligheid naar zaal 2”, of kies /wijzig.
change-problem-not-yours = { $session } is van een andere groep. Alleen de secretaris daarvan of de organisatie kan dat wijzigen.
change-problem-nobodys = { $session } is van de hele dag. Alleen de organisatie kan dat wijzigen.
change-problem-nothing = Zo is het al. Er is niets gewijzigd en niets verstuurd.
change-problem-no-undo = Er is niets dat u kunt terugdraaien.
change-problem-gone = Wat u wilt wijzigen of terugzetten, is er niet meer. Er is niets gewijzigd. Kies opnieuw met /wijzig.
change-problem-too-big = Dat kan alleen de organisatie van de dag.
leaving-nothing = In { $room } is vandaag niets meer. Er hoeft niets te verhuizen.
leaving-where = Waarheen? Typ bijvoorbeeld “{ $session } naar { $room }”. Dan vrij: { $rooms }.
leaving-where-full = Waarheen? Geen andere zaal is dan vrij. Typ bijvoorbeeld “{ $session } online”.
leaving-where-swap = Waarheen? Geen andere zaal is dan vrij. Typ bijvoorbeeld “ruil { $session } met { $other }” of “{ $session } online”.
