# Webpagina's en agenda's om u op te abonneren.
web-network = Netwerkdagen
web-language = Read this in English
web-home = Alle netwerkdagen

web-own-title = Uw programma in uw agenda
web-own-calendar = Mijn netwerkdag
web-own-what = Uw agenda haalt hier zelf uw programma op: alles wat u volgt op de netwerkdagen. Verandert het programma, dan verandert uw agenda mee.
web-own-count = { $count ->
        [one] Er staat nu 1 sessie in.
       *[other] Er staan nu { $count } sessies in.
    }
web-own-none = Er staat nu nog niets in. Volg in de chat een pijler of themagroep, dan komt die hier vanzelf in.
web-own-choose = Kies uw agenda
web-own-apple = Apple Agenda
web-own-apple-what = iPhone, iPad en Mac; ook andere agenda's op uw toestel
web-own-google = Google Agenda
web-own-google-what = Op Android en in de browser
web-own-outlook = Outlook
web-own-outlook-what = Outlook op het web, met een account van uw werk
web-own-copy = Kopieer het adres
web-own-copy-what = Werkt geen van de knoppen? Kopieer dan dit adres. Kies in uw agenda «abonneren» of «toevoegen via internet» en plak het adres daar.
web-own-copied = Gekopieerd
web-own-address = Adres van uw agenda
web-own-file = Eén keer als bestand
web-own-file-what = Zo'n bestand verandert niet mee.
web-own-local = Dit adres werkt alleen op deze computer. Google en Outlook op het web kunnen er niet bij.
web-own-late-title = Wanneer ziet u een wijziging?
web-own-late = Uw agenda kijkt zelf af en toe of er iets is veranderd. Dat duurt, per agenda, van enkele minuten tot een dag. Daarom komt een wijziging op de dag zelf met een bericht in de chat. Vertrouw die dag op de chat.
web-own-cancelled = Gaat een sessie niet door, dan blijft zij in uw agenda staan met «Gaat niet door».
web-own-share-title = Wie ziet uw agenda?
web-own-share = Wie dit adres kent, ziet uw programma, en kan niets veranderen. U kunt het adres delen met uw secretariaat.
web-own-renew-title = Het adres vernieuwen
web-own-renew = Wilt u niet langer dat anderen meekijken? Typ in de chat /abonneer en kies de knop «{ $button }». Het oude adres werkt dan niet meer. Abonneer uw agenda daarna opnieuw.

web-session-file = Zet in uw agenda
web-session-file-what = Agendabestand (.ics), met het programma van dit moment
web-session-changed = Gewijzigd. Dit was { $was }. Dit is nu { $now }.
web-session-cancelled = Deze sessie gaat niet door. Zij stond om { $was }.
web-session-again = Deze sessie gaat toch door: { $now }.
web-session-on-day = { $day }, { $when }
web-session-of = { $event }
web-modified = Volgens het programma, laatst gewijzigd { $day }.

web-home-title = Netwerkdagen
web-home-what = Abonneer uw agenda op een dag. Verandert het programma, dan verandert uw agenda mee.
web-home-day = Abonneer op de hele dag
web-home-day-what = Apple Agenda en andere agenda's op uw toestel
web-home-other = Of met:
web-home-file = bestand (.ics)
web-home-groups = Per groep: bestand, of adres om u op te abonneren
web-home-own = Wilt u alleen wat u zelf volgt? Typ dan /abonneer in de chat met de bot.
web-home-none = Er is nog geen netwerkdag.
web-group-calendar = { $group }, { $event }

web-unknown-title = Dit adres kennen wij niet
web-unknown = Misschien is het adres niet helemaal meegekomen. Open de link nog eens uit het bericht waarin hij stond.
web-unknown-own = Misschien is het adres niet helemaal meegekomen. Typ /abonneer in de chat met de bot: dan krijgt u uw adres opnieuw.
web-renewed-title = Dit adres is vernieuwd
web-renewed = Op dit adres staat geen agenda meer, omdat er een nieuw adres is gekomen. Is het uw eigen agenda? Typ dan /abonneer in de chat met de bot: u krijgt het nieuwe adres. Haal het oude adres weg uit uw agenda.
web-no-session-title = Deze sessie staat niet in het programma
web-no-session = In het programma van { $event } staat geen sessie met dit adres.
web-session-gone-title = Deze sessie staat niet meer in het programma
web-session-gone = { $session } stond in het programma van { $event } en is eruit gehaald.
web-whole-day = Agenda van de hele dag
web-method-title = Dat kan hier niet
web-method = Dit adres is alleen om te lezen.
web-failed-title = Er ging iets mis
web-failed = De pagina kan nu niet worden gemaakt. Probeer het over een minuut nog eens.

subscribe-button = Abonneer op mijn agenda
subscribe-renew-button = Vernieuw het adres
subscribe-what = Uw programma in uw eigen agenda, die vanzelf mee verandert. Open deze pagina en kies uw agenda:
subscribe-share = Wie dit adres kent, ziet uw programma. U kunt het delen met uw secretariaat.
subscribe-share-group = Iedereen in deze groep ziet dit adres. Wie het kent, ziet het programma van deze groep.
subscribe-renew = Met «{ $button }» krijgt u een nieuw adres. Het oude werkt dan niet meer en u abonneert uw agenda opnieuw.
subscribe-late = Een agenda loopt soms een dag achter. Vertrouw op de dag zelf op deze chat.
subscribe-renewed = Dit is uw nieuwe adres. Het oude adres werkt niet meer: haal het weg uit uw agenda en abonneer opnieuw op deze pagina:
subscribe-file-own = Opent het bestand niet? Deze pagina zet uw programma in uw agenda, en daar verandert het mee: { $address }
subscribe-files = Opent het bestand niet? Gebruik dan deze adressen:
subscribe-file = Opent het bestand niet? Gebruik dan dit adres: { $address }
menu-help-subscribe = /abonneer: uw programma in uw agenda, dat vanzelf mee verandert
