# Berichten aan velen, en alles wat uitgaat stilzetten.
broadcast-from = Van: { $role }
broadcast-from-corrected = Van: { $role } (verbeterd)
broadcast-repeated = { $sentence } (herhaald)
broadcast-moment = { $day } om { $time } uur
broadcast-moment-today = { $time } uur
broadcast-photo = foto zonder tekst
broadcast-document = document zonder tekst
broadcast-ask = Stuur mij nu het bericht: tekst, een foto of een document, met of zonder opmaak. U ziet eerst hoe het aankomt en bij hoeveel mensen. Er gaat niets uit voordat u bevestigt.
broadcast-ask-correction = Stuur mij nu de verbeterde tekst, of een andere foto of een ander document. Stuurt u alleen tekst, dan blijft een foto of document staan. Stuurt u alleen een foto of document, dan blijft de tekst. U ziet eerst hoe het aankomt. Er verandert niets voordat u bevestigt.
broadcast-ask-time = Wanneer moet het bericht uitgaan? Typ bijvoorbeeld 14.30 uur, of morgen 9.00 uur.
broadcast-no-time = Daarin lees ik geen tijd. Typ bijvoorbeeld 14.30 uur, of morgen 9.00 uur.
broadcast-time-past = Op dat moment kan het niet: { $moment }. Kies een tijd die nog komt, uiterlijk een jaar vooruit, en noem zo nodig de dag.
broadcast-too-long = Uw bericht is { $excess } tekens te lang. Met de regel eronder die zegt van wie het is, passen er { $longest } tekens in een bericht. Maak het korter en stuur het opnieuw.
broadcast-too-long-caption = De tekst bij uw foto of document is { $excess } tekens te lang. Met de regel eronder die zegt van wie het is, passen er { $longest } tekens. Maak de tekst korter en stuur alles opnieuw, of stuur de tekst als los bericht.
broadcast-not-sendable = Dit kan ik niet aan velen sturen. Wel: tekst, één foto of één document, met tekst erbij als u wilt. Stuur dat als volgende bericht.
broadcast-refused = Telegram neemt dit bericht zo niet aan. Er is niets verstuurd. Begin opnieuw met /bericht en stuur de tekst zonder opmaak, of de foto of het document opnieuw.
broadcast-over-old = Deze knop hoort bij een oudere versie van uw bericht en doet niets meer. Gebruik de knoppen onder de laatste versie.
broadcast-over-ready = Dit bericht staat al klaar om op zijn tijd uit te gaan. Deze knop doet niets meer.
broadcast-over-sent = Dit bericht is al verstuurd. Deze knop doet niets meer. Hoe het staat, ziet u met de knop “Hoe staat het nu?”.
broadcast-over-left = Dit bericht had u laten zitten. Er gaat niets uit. Een nieuw bericht maakt u met /bericht.
broadcast-over-ended = Dit bericht is gestopt of weggehaald. Deze knop doet niets meer.
broadcast-over-gone = Dit bericht is er niet (meer). Een nieuw bericht maakt u met /bericht.
broadcast-over-overtaken = Dit bericht is intussen al verbeterd. Uw verbetering is niet uitgegaan. Kijk met “Hoe staat het nu?” hoe het bericht nu is, of kies “Wijzig de tekst” en stuur uw verbetering opnieuw.
broadcast-left = Goed. Er gaat niets uit.
broadcast-tested = U krijgt het bericht nu zelf, zoals anderen het krijgen. Anderen krijgen nog niets.
broadcast-preview = Zo komt uw bericht aan. Er gaat nog niets uit.
broadcast-not-published = Het programma van deze dag is niet gepubliceerd. Daarom gaat er niets uit.
broadcast-to-nobody = Aan: nog niet gekozen. Kies eerst aan wie het bericht gaat.
broadcast-to-groups = Aan: wie { $groups } volgt.
broadcast-to-groups-any = Aan: wie een of meer groepen volgt.
broadcast-to-programme = Aan: wie een sessie van { $groups } in het eigen programma heeft.
broadcast-to-programme-any = Aan: wie een sessie van een of meer groepen in het eigen programma heeft.
broadcast-to-all = Aan: alle deelnemers. Dat is wie er is, iets volgt of koos, of de bot voor deze dag opende; niet wie zei er niet te zijn.
broadcast-people = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 }
broadcast-people-and-groups = { $people } en { $count ->
    [one] 1 groepschat
   *[other] { $count } groepschats
 }
broadcast-seconds = { $count ->
    [one] 1 seconde
   *[other] { $count } seconden
 }
broadcast-minutes = { $count } minuten
broadcast-reach = Bereikt { $who }. Versturen duurt ongeveer { $length }.
broadcast-reach-nobody = Bereikt niemand. Kies iemand anders, of laat het zo.
broadcast-planned-for = Gaat uit op { $moment }, als u dat bevestigt. Aan wie, wordt op dat moment bepaald.
broadcast-at-night = Let op: dat is in de nacht.
broadcast-after-day = Let op: dan is de dag voorbij.
broadcast-loud = Het komt aan met geluid.
broadcast-silent = Het komt aan zonder geluid.
broadcast-which-group-groups = Aan wie welke groep volgt?
broadcast-which-group-programme = Aan wie een sessie van welke groep in het eigen programma heeft?
broadcast-correction = Zo komt het verbeterde bericht aan. Er is nog niets veranderd.
broadcast-correction-of = Het gaat om: “{ $excerpt }”
broadcast-correction-reach = { $count ->
    [0] Nog niemand heeft het bericht. Wie het nog krijgt, krijgt het verbeterde bericht.
    [one] 1 ontvanger heeft het bericht al. Wie het nog krijgt, krijgt het verbeterde bericht.
   *[other] { $count } ontvangers hebben het bericht al. Wie het nog krijgt, krijgt het verbeterde bericht.
 }
broadcast-correction-how = Verbeteren in het bericht zelf geeft geen geluid: wie het al las, merkt het niet. Is het dringend, stuur het verbeterde bericht dan ook als nieuw bericht.
broadcast-correction-reach-stopped = { $count ->
    [0] Het versturen is gestopt, en niemand heeft het bericht. Verbeteren verandert niets. Een nieuw bericht maakt u met /bericht.
    [one] 1 ontvanger heeft het bericht. Het versturen is gestopt: wie het niet heeft, krijgt het ook niet meer.
   *[other] { $count } ontvangers hebben het bericht. Het versturen is gestopt: wie het niet heeft, krijgt het ook niet meer.
 }
broadcast-correction-file-stays = De foto of het document blijft zoals het was.
broadcast-correction-file-added = Het bericht krijgt er een foto of document bij.
broadcast-correction-file-replaced = De nieuwe foto of het nieuwe document komt in de plaats van wat mensen nu hebben.
broadcast-started = { $count ->
    [one] Het bericht gaat nu uit aan 1 ontvanger. Hieronder ziet u hoe het staat.
   *[other] Het bericht gaat nu uit aan { $count } ontvangers. Hieronder ziet u hoe het staat.
 }
broadcast-correcting = { $count ->
    [0] Het verbeterde bericht gaat uit. Hieronder ziet u hoe het staat.
    [one] Het bericht wordt nu verbeterd bij 1 ontvanger. Hieronder ziet u hoe het staat.
   *[other] Het bericht wordt nu verbeterd bij { $count } ontvangers. Hieronder ziet u hoe het staat.
 }
broadcast-scheduled = Het bericht “{ $excerpt }” staat klaar voor { $moment }.
broadcast-no-longer-allowed = Uw bericht “{ $excerpt }” stond klaar, maar is niet verstuurd: de tijd was al ruim voorbij, of u hebt de rol niet meer die daarvoor nodig is. Met /bericht maakt u het opnieuw.
broadcast-withdraw = { $count ->
    [one] Het bericht “{ $excerpt }” weghalen bij 1 ontvanger?
   *[other] Het bericht “{ $excerpt }” weghalen bij { $count } ontvangers?
 }
broadcast-withdraw-limits = Wat nog niet verstuurd is, gaat niet meer uit. Wie het al las, heeft het gelezen. Telegram laat alleen berichten weghalen die jonger zijn dan 48 uur.
broadcast-is-going = Het bericht gaat uit: “{ $excerpt }”
broadcast-is-sent = Het bericht is verstuurd: “{ $excerpt }”
broadcast-is-corrected-going = Het verbeterde bericht gaat uit: “{ $excerpt }”
broadcast-is-corrected = Het verbeterde bericht is verstuurd: “{ $excerpt }”
broadcast-is-stopped-going = Gestopt. Wat al op weg was, komt nog aan: “{ $excerpt }”
broadcast-is-stopped = Gestopt: “{ $excerpt }”
broadcast-is-withdrawn-going = Het bericht wordt weggehaald: “{ $excerpt }”
broadcast-is-withdrawn = Het bericht is weggehaald: “{ $excerpt }”
broadcast-message-arrived = Bezorgd: { $count } van { $total }.
broadcast-message-waiting = Onderweg: { $count }.
broadcast-message-blocked = Geblokkeerd: { $count }. Zij willen geen berichten van deze bot, of hun chat is er niet meer.
broadcast-message-unsure = Misschien bezorgd: { $count }. Telegram gaf geen antwoord.
broadcast-message-late = Niet op tijd verstuurd: { $count }.
broadcast-message-withdrawn = Niet meer verstuurd: { $count }.
broadcast-message-failed = Mislukt: { $count }. Waarom, in de woorden van Telegram: { $why }.
broadcast-edit-arrived = Verbeterd in het bericht zelf: { $count } van { $total }.
broadcast-edit-waiting = Nog te verbeteren: { $count }.
broadcast-edit-blocked = Niet verbeterd, want geblokkeerd: { $count }.
broadcast-edit-unsure = Misschien verbeterd: { $count }. Telegram gaf geen antwoord.
broadcast-edit-late = Niet op tijd verbeterd: { $count }.
broadcast-edit-withdrawn = Niet meer verbeterd: { $count }.
broadcast-edit-failed = Niet te verbeteren: { $count }. Waarom, in de woorden van Telegram: { $why }.
broadcast-removal-arrived = Weggehaald: { $count } van { $total }.
broadcast-removal-waiting = Nog weg te halen: { $count }.
broadcast-removal-blocked = Niet weggehaald, want geblokkeerd: { $count }.
broadcast-removal-unsure = Misschien weggehaald: { $count }. Telegram gaf geen antwoord.
broadcast-removal-late = Niet op tijd weggehaald: { $count }.
broadcast-removal-withdrawn = Niet meer weggehaald: { $count }.
broadcast-removal-failed = Niet weg te halen: { $count }. Waarom, in de woorden van Telegram: { $why }.
broadcast-paused = Alles wat uitgaat staat stil sinds { $time } uur. Een organisator zet het weer aan met /hervat.
broadcast-all-paused = Alles wat uitgaat staat stil sinds { $moment }.
broadcast-all-waiting = { $count ->
    [0] Er wacht nu niets.
    [one] Er wacht 1 bericht.
   *[other] Er wachten { $count } berichten.
 }
broadcast-all-answers = Vragen worden gewoon beantwoord. Weer verder: /hervat.
broadcast-resumed = Alles gaat weer uit.
broadcast-resumed-waiting = { $count ->
    [0] Er wachtte niets.
    [one] Er wachtte 1 bericht; dat gaat nu uit, als het nog zin heeft.
   *[other] Er wachtten { $count } berichten; die gaan nu uit, als ze nog zin hebben.
 }
broadcast-not-paused = Er stond niets stil. Alles gaat gewoon uit. Stilzetten: /pauze.
broadcast-button-send = Stuur nu
broadcast-button-silent = Zonder geluid
broadcast-button-loud = Toch met geluid
broadcast-button-time = Stuur op een tijd
broadcast-button-other-time = Kies een andere tijd
broadcast-button-ready = Zet klaar voor { $moment }
broadcast-button-test = Test aan mijzelf
broadcast-button-text = Wijzig de tekst
broadcast-button-leave = Laat zo, stuur niets
broadcast-button-leave-scheduled = Haal dit bericht terug, stuur niets
broadcast-button-one-group = Kies één groep
broadcast-button-to-groups = Aan wie een of meer groepen volgt
broadcast-button-to-groups-own = Aan wie mijn groepen volgt
broadcast-button-to-groups-group = Aan wie { $group } volgt
broadcast-button-to-programme = Aan wie een sessie van een groep in het programma heeft
broadcast-button-to-programme-own = Aan wie een sessie van mijn groepen in het programma heeft
broadcast-button-to-programme-group = Aan wie een sessie van { $group } in het programma heeft
broadcast-button-to-all = Aan alle deelnemers
broadcast-button-stop = Stop het versturen
broadcast-button-report = Hoe staat het nu?
broadcast-button-last = Hoe staat mijn laatste bericht?
broadcast-button-of-other = Hoe staat “{ $excerpt }”?
broadcast-button-of-ready = Klaar voor { $moment }: “{ $excerpt }”
broadcast-button-correct = Verbeter dit bericht
broadcast-button-replace = Verbeter in het bericht zelf
broadcast-button-anew = Verbeter, en stuur ook als nieuw bericht
broadcast-button-withdraw = Haal dit bericht weg
broadcast-button-remove = Ja, haal het overal weg
broadcast-button-resume = Laat alles weer uitgaan
