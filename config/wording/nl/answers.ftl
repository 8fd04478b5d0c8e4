# Answers to questions. Times come as 11.40; "uur" stands here.

# What is where
answer-room-now = { $room }, { $time } uur: { BOLD($session) }, tot { $end } uur.
answer-room-now-open = { $room }, { $time } uur: { BOLD($session) }. Het einde staat niet in het programma.
answer-room-empty = Om { $time } uur is er niets in { $room }.
answer-room-empty-now = Nu, { $time } uur, is er niets in { $room }.
answer-room-then = Daarna in { $room }: { $session }, { $start } uur.
answer-room-begins = Om { $start } uur begint daar { $session }.
answer-room-no-more = Daarna staat er niets meer in { $room }.
answer-room-day = { BOLD($room) } in het programma:
answer-room-part = { BOLD($room) }, { $start } tot { $end } uur:
answer-room-day-empty = In het programma staat niets in { $room }.
answer-room-part-empty = Van { $start } tot { $end } uur is er niets in { $room }.
answer-room-place = { $room }: { $place }.
answer-room-place-unknown = Waar { $room } in het gebouw is, staat niet in het programma. Kijk op de borden of vraag het bij de ingang.
answer-list-item = { $start } tot { $end } uur: { $session }
answer-list-item-open = { $start } uur: { $session }
answer-list-item-place = { $start } tot { $end } uur: { $session }, { $place }
answer-list-item-place-open = { $start } uur: { $session }, { $place }
answer-more = En nog { $count } andere. Vraag naar een zaal, een tijd of een naam.

# A moment
answer-slot-one = Om { $time } uur: { BOLD($session) }{ $place }, tot { $end } uur.
answer-slot-one-open = Om { $time } uur: { BOLD($session) }{ $place }. Het begon om { $start } uur; het einde staat niet in het programma.
answer-now-one = Nu, { $time } uur: { BOLD($session) }{ $place }, tot { $end } uur.
answer-now-one-open = Nu, { $time } uur: { BOLD($session) }{ $place }. Het begon om { $start } uur; het einde staat niet in het programma.
answer-slot-many = Om { $time } uur:
answer-now-many = Nu, { $time } uur:
answer-slot-item = { $place }: { $session }, tot { $end } uur
answer-slot-nothing = Om { $time } uur staat er niets in het programma: het is tussen twee onderdelen.
answer-now-nothing = Nu, { $time } uur, staat er niets in het programma: het is tussen twee onderdelen.
answer-then-one = Daarna, om { $start } uur: { $session }{ $place }.
answer-then-many = Om { $start } uur: { $list }.
answer-then-count = Daarna, om { $start } uur: { $count } bijeenkomsten tegelijk.
answer-short-item = { $session } { $place }
answer-span = Van { $start } tot { $end } uur:
answer-span-upto = Tot { $end } uur:
answer-span-from = Vanaf { $start } uur:
answer-next-one = Hierna, om { $start } uur: { BOLD($session) }{ $place }.
answer-next-many = Hierna, om { $start } uur:
answer-next-none = Hierna staat er niets meer in het programma.
answer-next-none-room = Hierna staat er niets meer in { $room }.
answer-rest = Later:
answer-after-one = Na { $item }, om { $start } uur: { BOLD($session) }{ $place }.
answer-after-many = Na { $item }, om { $start } uur:
answer-after-none = Na { $item } staat er niets meer in het programma.
answer-after-none-room = Na { $item } staat er niets meer in { $room }.
answer-before-one = Voor { $item }: { BOLD($session) }{ $place }, { $start } tot { $end } uur.
answer-before-many = Voor { $item }, vanaf { $start } uur:
answer-before-none = Voor { $item } staat er niets in het programma.
answer-before-now-one = Hiervoor: { BOLD($session) }{ $place }, { $start } tot { $end } uur.
answer-before-now-many = Hiervoor, vanaf { $start } uur:
answer-before-now-none = Hiervoor staat er niets in het programma.
answer-current = Nu: { $session }{ $place }, tot { $end } uur.
answer-current-open = Nu: { $session }{ $place }. Het einde staat niet in het programma.
answer-current-many = Nu zijn er { $count } bijeenkomsten, tot { $end } uur.

# One session
answer-card = { BOLD($session) }: { $place }, { $start } tot { $end } uur.
answer-card-noplace = { BOLD($session) }: { $start } tot { $end } uur.
answer-card-open = { BOLD($session) }: { $place }, vanaf { $start } uur. Het einde staat niet in het programma.
answer-card-open-noplace = { BOLD($session) }: vanaf { $start } uur. Het einde staat niet in het programma.
answer-card-online = { BOLD($session) } is online, { $start } tot { $end } uur.
answer-card-cancelled = { BOLD($session) } gaat niet door (was { $start } uur{ $place }).
answer-start-derived = De begintijd staat niet letterlijk in het programma; die volgt uit het onderdeel ervoor.
answer-end-derived = Het einde is het begin van het volgende onderdeel.
answer-no-room = De zaal staat niet in het programma.
answer-no-room-online = Er is geen zaal: de bijeenkomst is online.
answer-until = { BOLD($session) } duurt tot { $end } uur. Het begin is om { $start } uur{ $place }.
answer-until-open = Het einde van { $session } staat niet in het programma. Het begint om { $start } uur{ $place }.
answer-duration = { BOLD($session) } duurt { $minutes } minuten: { $start } tot { $end } uur{ $place }.
answer-progress-soon = { BOLD($session) } begint over { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}: { $start } tot { $end } uur{ $place }.
answer-progress-soon-open = { BOLD($session) } begint over { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}: vanaf { $start } uur{ $place }. Het einde staat niet in het programma.
answer-progress-before = { BOLD($session) } is nog niet begonnen: { $start } tot { $end } uur{ $place }.
answer-progress-before-open = { BOLD($session) } is nog niet begonnen: vanaf { $start } uur{ $place }. Het einde staat niet in het programma.
answer-progress-on = { BOLD($session) } is bezig, nog { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}: tot { $end } uur{ $place }.
answer-progress-on-open = { BOLD($session) } is bezig, sinds { $start } uur{ $place }. Het einde staat niet in het programma.
answer-progress-over = { BOLD($session) } is afgelopen. Het einde was om { $end } uur.
answer-both-clash = Die zijn tegelijk, van { $start } tot { $end } uur.
answer-both-apart = Die zijn niet tegelijk.
answer-who = { BOLD($session) }, { $start } uur{ $place }. Met:
answer-person-line = { $name } ({ $role })
answer-nameless = { $role }. De naam staat niet in het programma.
answer-nameless-many = { $role }. De namen staan niet in het programma.
answer-who-none = Wie er spreekt bij { $session } ({ $start } uur{ $place }), staat niet in het programma.
answer-leads = { BOLD($session) }, { $start } uur{ $place }. Leiding:
answer-leads-none = Wie { $session } leidt, staat niet in het programma.
answer-contact = Secretaris bij { BOLD($session) }:
answer-contact-information = Meer informatie over { BOLD($session) }:
answer-contact-line = { $name }, { $mail }
answer-contact-none = Een secretaris of mailadres bij { $session } staat niet in het programma.
answer-contact-event = Algemeen contact: { $contact }.
answer-join-online = { BOLD($session) } is online, { $start } tot { $end } uur. Meld u aan bij { $contacts }. U krijgt dan de link en de eventuele stukken.
answer-join-online-open = { BOLD($session) } is online, vanaf { $start } uur. Meld u aan bij { $contacts }. U krijgt dan de link en de eventuele stukken.
answer-join-room = { BOLD($session) }: { $start } tot { $end } uur{ $place }. In het programma staat niet dat u zich apart moet aanmelden.
answer-join-room-open = { BOLD($session) }: vanaf { $start } uur{ $place }. In het programma staat niet dat u zich apart moet aanmelden.
answer-about = { BOLD($session) }: { $summary }
answer-about-none = Waar { $session } over gaat, staat niet in het programma.
answer-when-line = { $start } tot { $end } uur{ $place }.
answer-when-line-open = Vanaf { $start } uur{ $place }.
answer-audience = { BOLD($session) } is voor: { $audience }.
answer-audience-all = { BOLD($session) } is voor alle deelnemers.
answer-audience-none = Voor wie { $session } is, staat niet in het programma.
answer-certain = { BOLD($session) } gaat volgens het programma door: { $start } tot { $end } uur{ $place }.
answer-certain-open = { BOLD($session) } gaat volgens het programma door: vanaf { $start } uur{ $place }.
answer-provisional-session = Onder voorbehoud: het is nog niet zeker dat deze bijeenkomst doorgaat.
answer-provisional-content = De inhoud is onder voorbehoud.
answer-provisional-speakers = Onder voorbehoud: het is nog niet zeker dat { $names } { $count ->
    [one] komt
   *[other] komen
}.
answer-absent-speaker = { $name } is verhinderd. De sessie gaat door.
answer-room-reading = { $count ->
    [one] De zaal is
   *[other] De zalen zijn
} volgens onze lezing van de tabel.
answer-parallel = Tegelijk met { BOLD($session) } ({ $start } uur):
answer-parallel-none = Tegelijk met { $session } ({ $start } uur) is er geen andere bijeenkomst.

# Groups
answer-group-day = { BOLD($group) } in het programma:
answer-not-meeting-item = { $group } vergadert niet.
answer-not-meets = Themagroep { BOLD($group) } vergadert vandaag niet.
answer-not-meets-instead = Themagroep { BOLD($group) } vergadert vandaag niet apart. Wel: { $session }, { $start } tot { $end } uur{ $place }.
answer-not-meets-instead-open = { BOLD($group) } vergadert vandaag niet apart. Wel: { $session }, vanaf { $start } uur{ $place }.
answer-absent = { BOLD($group) } staat niet in dit programma.

# People
answer-person = { BOLD($name) } ({ $role }): { $session }, { $start } tot { $end } uur{ $place }.
answer-person-open = { BOLD($name) } ({ $role }): { $session }, vanaf { $start } uur{ $place }.
answer-person-norole = { BOLD($name) }: { $session }, { $start } tot { $end } uur{ $place }.
answer-person-norole-open = { BOLD($name) }: { $session }, vanaf { $start } uur{ $place }.
answer-person-many = { BOLD($name) } ({ $role }) staat bij:
answer-person-many-norole = { BOLD($name) } staat bij:
answer-person-day = { BOLD($name) }: { $role }.
answer-person-contact = { BOLD($name) }: secretaris bij { $session }, { $mail }.
answer-person-nameless = { BOLD($role) }: { $session }, { $start } tot { $end } uur{ $place }. De naam staat niet in het programma.
answer-person-nameless-open = { BOLD($role) }: { $session }, vanaf { $start } uur{ $place }. De naam staat niet in het programma.
answer-mentioned = { $name } staat niet als spreker in het programma. De naam staat wel in de toelichting bij { $sessions }.
answer-in-texts-one = Dat staat in de toelichting bij { BOLD($session) }: { $start } tot { $end } uur{ $place }.
answer-in-texts-one-open = Dat staat in de toelichting bij { BOLD($session) }: vanaf { $start } uur{ $place }.
answer-in-texts-people = Bij de sprekers vind ik { $words } niet. Wel in de toelichting bij { $sessions }.
answer-in-texts-many = Dat staat in de toelichting bij:

# Not understood, not there
answer-which = Welke bedoelt u: { $options }?
answer-which-kind = Er zijn meer bijeenkomsten van een { $kind }. Welke bedoelt u?
answer-which-meeting = Er zijn meer bijeenkomsten. Welke bedoelt u?
answer-which-kind-line = { $start } uur: { $sessions }
answer-not-found = { $words } vind ik niet in het programma.
answer-stranger = { $name } staat niet in het programma.
answer-near = Bedoelt u misschien { $options }?
answer-told = Volgens de organisatie: { $answer }
answer-not-understood = Die vraag begrijp ik niet.
answer-try = U kunt bijvoorbeeld vragen: “waar is { $first }” of “{ $second }”.
answer-try-time = wat is er om { $time } uur
answer-try-room = zaal { $number } { $time } uur
answer-no-such-room = { $room } staat niet in dit programma. Wel: { $rooms }. Welke zoekt u?
answer-no-rooms = { $room } staat niet in dit programma; er staan geen zalen in.
answer-no-rooms-online = { $room } staat niet in dit programma: de bijeenkomsten zijn online, er zijn geen zalen.
answer-outside-before = Om { $time } uur is er nog niets in het programma. De dag begint om { $start } uur met { $session }{ $place }.
answer-outside-after = Om { $time } uur staat er niets meer in het programma. Het laatste onderdeel is { $session }, { $start } tot { $end } uur{ $place }.
answer-outside-after-open = Om { $time } uur staat er niets meer in het programma. Het laatste onderdeel is { $session }, vanaf { $start } uur{ $place }; het einde staat er niet bij.
answer-no-programme = Op { $day } is er geen programma. { $event } is op { $date }{ $city }.

# The day
answer-first = De dag begint om { $start } uur met { BOLD($session) }{ $place }.
answer-last = Het laatste onderdeel is { BOLD($session) }, { $start } tot { $end } uur{ $place }.
answer-last-many = De laatste bijeenkomsten eindigen om { $end } uur.
answer-last-open = Het laatste onderdeel is { BOLD($session) }, vanaf { $start } uur{ $place }. Het einde staat niet in het programma.
answer-day = { BOLD($event) }: { $date }{ $place }.
answer-day-address = Adres: { $address }.
answer-day-no-address = Het adres staat niet in het programma.
answer-day-host = Ontvangst door { $people }.
answer-day-host-none = Wie de dag ontvangt, staat niet in het programma.
answer-day-chair = Voorzitter van { $network }: { $people }.
answer-day-chair-none = Wie de dag voorzit, staat niet in het programma.
answer-day-contact = Contact: { $contact }.
answer-day-contact-none = Een algemeen mailadres staat niet in het programma. Bij een themagroep kan wel een secretaris staan: noem de themagroep.
answer-day-all = De dag is bedoeld voor de deelnemers van { $network }; meer staat er niet over in het programma.
answer-day-goes-on = Volgens het programma gaat de dag door: { $date }{ $place }.
answer-earlier = De vorige netwerkdag die ik ken was op { $date }{ $city }.
answer-later = De volgende netwerkdag die ik ken is op { $date }{ $city }.
answer-no-earlier = Een eerdere netwerkdag ken ik niet.
answer-no-later = Wanneer de volgende netwerkdag is, weet ik niet.
answer-stated = { $text }
answer-unstated = Over { $topic } staat niets in het programma. Vraag het aan de organisatie ter plaatse.
answer-unstated-online = Over { $topic } staat niets in het programma.
answer-count-rooms = Er zijn { $count } zalen: { $rooms }.
answer-count-rooms-none = In dit programma staan geen zalen.
answer-count = Er zijn { $count } { $what }.
answer-count-one = Er is 1 { $what }.
answer-count-none = In het programma staat geen { $what }.
answer-free = Vrij om { $time } uur: { $rooms }.
answer-free-now = Nu vrij, { $time } uur: { $rooms }.
answer-free-none = Om { $time } uur is volgens het programma geen zaal vrij.
answer-free-unknown = Welke zalen vrij zijn, weet ik niet: in dit programma staan geen zalen.
answer-free-then = { $room }, tot { $start } uur
answer-networking = Ruimte om te netwerken: { $room }, { $start } tot { $end } uur.
answer-networking-open = Ruimte om te netwerken: { $room }, vanaf { $start } uur.
answer-networking-used = In het programma staat “hele dag beschikbaar”, maar { $room } is vanaf { $start } uur in gebruik voor { $session }.
answer-late-now = U mist niets als u er om { $time } uur bent. Het eerste is { $session }, { $start } uur{ $place }.
answer-late = Geen probleem.
answer-changed-none-of = Aan { $sessions } is niets gewijzigd.
answer-changed-none = Er is niets gewijzigd in het programma.
answer-changed = Gewijzigd (laatst om { $time } uur):
answer-changed-before = Vandaag is er niets gewijzigd. Eerder gewijzigd, het laatst op { $day }:
answer-changed-restored = Wat vandaag gewijzigd was, is weer zoals het was.
answer-changed-earlier = Eerder gewijzigd, het laatst op { $day }:
answer-changed-today = Vandaag gewijzigd:
answer-overview = { BOLD($event) }, { $date }:
answer-overview-none = In dit programma staat nog niets.
answer-papers = { $papers }
answer-papers-others = Bij { $session } noemt het programma geen eigen stukken. Wel:
answer-papers-unnamed = Over iBabs staat niets in het programma.
answer-papers-none = Waar de stukken staan, staat niet in het programma.
answer-papers-contact = Vraag de stukken bij { $contacts }.
answer-time = Het is { $time } uur.
answer-registration-none = Hoe u zich aanmeldt, staat niet in het programma.

# Talk
answer-hello = Goedendag. Vraag maar: een zaal, een tijd, een themagroep of een naam.
answer-thanks = Graag gedaan. Fijne dag!
answer-help = Vraag in gewone woorden wat er is, waar en wanneer.
answer-help-examples = Bijvoorbeeld: “waar is { $first }”, “{ $second }”, “wat nu”, “hoe laat is de lunch”.
answer-empty = Ik lees alleen tekst.
answer-mine = Uw eigen programma staat onder /mijn.
answer-calendar = Met /ics krijgt u het programma voor uw agenda.
answer-calendar-check = Of uw agenda nog klopt, zie ik in de chat waarin u het bestand kreeg.
answer-unfollow = Met /volg kiest u welke themagroepen u niet meer volgt.
answer-follow = Met /volg kiest u welke themagroepen u volgt; dan krijgt u een herinnering.

# Kinds and practical matters inside a sentence
kind-plenary = plenaire bijeenkomst
kind-pijler = pijlerbijeenkomst
kind-themagroep = themagroep
kind-themasessie = themasessie
kind-meeting = vergadering
kind-conference = conferentie
kind-talk = gesprek
kind-arrival = inloop
kind-moving = verplaatsingstijd
kind-break = pauze
kind-lunch = lunch
kind-drinks = borrel
kind-networking = ruimte om te netwerken
kind-sessions = bijeenkomst
kinds-sessions = bijeenkomsten
kinds-themagroep = bijeenkomsten van themagroepen
kinds-pijler = pijlerbijeenkomsten
kinds-themasessie = themasessies
fact-wifi = wifi
fact-parking = parkeren
fact-route = de route
fact-toilet = de toiletten
fact-cloakroom = de garderobe
fact-diet = eten en dieetwensen
fact-accessibility = de toegankelijkheid
fact-dress = kleding
fact-cost = kosten
fact-attendance = het aantal deelnemers en hun namen
fact-badge = de naamkaartjes en de balie
fact-seats = hoe druk het is en hoeveel plaatsen er zijn
fact-prayer = een stilteruimte
fact-hotel = overnachten
fact-firstaid = eerste hulp
fact-floorplan = de plattegrond
fact-recording = een opname
fact-power = stopcontacten
fact-coffee = de koffie
fact-weather = het weer

# Buttons
button-follow = Volg { $group }
button-ics = { $session } in agenda
button-about = Over { $session }
button-now = Wat is er nu
button-programme = Hele programma
answer-person-no-session = Bij geen bijeenkomst in dit programma staat deze naam als spreker.
answer-nothing-cancelled = Volgens het programma vervalt er niets.
kind-speakers = spreker
kinds-speakers = sprekers
fact-online = online meedoen
fact-slides = presentaties of een verslag
answer-absent-others = Wel:
answer-all-day = Dit is de hele dag beschikbaar.
