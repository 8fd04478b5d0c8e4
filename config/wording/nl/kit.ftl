# Om mensen binnen te krijgen: posters, en mail om te plakken.
kit-poster-group = Scan met uw telefoon en volg { $group } in Telegram. U krijgt een bericht voordat het begint, en als er iets verandert.
kit-poster-day = Scan met uw telefoon en vraag in Telegram wat waar is. U krijgt een bericht voordat uw sessies beginnen, en als er iets verandert.
kit-poster-day-small = De hele dag: wat, waar en wanneer.
kit-poster-day-name = De dag op uw telefoon
kit-mail-group-subject = Onderwerp: volg { $group } op uw telefoon – { $event }
kit-mail-group-text =
    Beste collega's,

    Er is een bot in Telegram die u op deze dag de weg helpt vinden: { $event }. Open deze link op uw telefoon en druk op Start. Dan volgt u { $group }:

    { $url }

    U krijgt een bericht voordat het begint, en ook als de tijd of de zaal verandert. U kunt de bot ook vragen wat waar is, bijvoorbeeld: wat is er nu?

    U hebt de app Telegram nodig. Meedoen hoeft niet: alles staat ook in het programma. Met /privacy leest u in de bot wat er van u wordt bewaard, en met /vergeet haalt u dat weg.
kit-mail-day-subject = Onderwerp: { $event } op uw telefoon
kit-mail-day-text =
    Beste collega's,

    Er is een bot in Telegram die u op deze dag de weg helpt vinden: { $event }. Open deze link op uw telefoon en druk op Start:

    { $url }

    Stel uw vraag in gewone woorden, bijvoorbeeld: wat is er nu? Of kies met /volg welke groepen u volgt. Dan krijgt u een bericht voordat zij beginnen, en ook als de tijd of de zaal verandert.

    U hebt de app Telegram nodig. Meedoen hoeft niet: alles staat ook in het programma. Met /privacy leest u in de bot wat er van u wordt bewaard, en met /vergeet haalt u dat weg.
