# De tafel van een sessie, voor de secretaris: wie zich aanmeldde, de stukken en de link.
seat-which = Van welke sessie wilt u de aanmeldingen, de stukken of de link zien?
seat-which-more = Niet alle sessies passen hier. Typ een deel van de naam erachter, bijvoorbeeld /aanmeldingen { $example }.
seat-none = In dit programma staat geen sessie van uw groep.
seat-none-named = Geen van uw sessies heet “{ $text }”.
seat-title = { BOLD($session) }: { $when }
seat-followers =
    In het eigen programma van { $people ->
        [one] 1 persoon
       *[other] { $people } personen
    }{ $groups ->
        [0] .
        [one] {" "}en 1 groep op Telegram.
       *[other] {" "}en { $groups } groepen op Telegram.
    }
seat-no-sign-ups-needed = Voor deze sessie meldt niemand zich aan. Stukken en een link gaan alleen naar wie zich aanmeldde.
seat-cancelled = Deze sessie gaat niet door. Er gaan geen stukken en geen link meer uit.
seat-over = Deze sessie is voorbij. Er gaan geen stukken en geen link meer uit.
seat-signed-up =
    Aangemeld: { $count ->
        [0] niemand.
        [one] 1 persoon.
       *[other] { $count } personen.
    }
seat-cities = Per gemeente: { $cities }.
seat-city = { $city } { $count }
seat-city-none = zonder gemeente { $count }
seat-names = Namen, voor zover gegeven:
seat-person-by-hand = { $person } (met de hand toegevoegd)
seat-nameless =
    { $count ->
        [one] 1 persoon gaf geen naam.
       *[other] { $count } personen gaven geen naam.
    }
seat-link = De link is er. Hij gaat naar wie zich heeft aangemeld.
seat-no-link = Er is nog geen link.
seat-papers = Stukken: { $papers }.
seat-papers-ibabs = staan in iBabs
seat-no-papers = Er zijn nog geen stukken.
seat-button-add = Voeg iemand toe
seat-button-add-more = Voeg nog iemand toe
seat-button-paper = Stuur een stuk
seat-button-ibabs = Stukken staan in iBabs
seat-button-link = Zet de link
seat-button-another-link = Zet een andere link
seat-button-no-link = Haal de link weg
seat-button-no-paper = Haal weg: { $paper }
seat-button-no-ibabs = Haal weg: staat in iBabs
seat-button-remove = Haal weg: { $person }
seat-button-back = Terug naar { $session }
seat-ask-person = Wie wilt u aanmelden voor { BOLD($session) }? Typ de naam en de gemeente op één regel, bijvoorbeeld: Jan Jansen, Zwolle. Deze persoon krijgt geen berichten van mij.
seat-wrong-person = Dat lees ik niet als een naam en een gemeente. Typ ze op één regel met een komma ertussen, bijvoorbeeld: Jan Jansen, Zwolle.
seat-added = Toegevoegd: { $person }.
seat-added-before = { $person } stond al in de lijst.
seat-removed = Weggehaald: { $person }.
seat-removed-before = Deze persoon stond niet meer in de lijst.
seat-ask-paper = Stuur nu het stuk voor { BOLD($session) } als bestand, van hooguit 10 MB. Het gaat naar wie zich heeft aangemeld. Zij kunnen het niet doorsturen.
seat-wrong-paper = Dat is geen bestand. Stuur het stuk als bestand, bijvoorbeeld een PDF, en niet als foto.
seat-paper-too-large = Dit bestand kan ik niet bewaren. Het moet groter zijn dan niets en hooguit 10 MB.
seat-paper-gone = Dit bestand kreeg ik niet van Telegram. Stuur het nog eens.
seat-paper-sent =
    { $paper } is bewaard. Het gaat naar { $count ->
        [0] wie zich aanmeldt. Er is nog niemand die het kan krijgen.
        [one] 1 persoon, en naar wie zich nog aanmeldt.
       *[other] { $count } personen, en naar wie zich nog aanmeldt.
    } Nog een stuk? Stuur het ook.
seat-paper-before = { $paper } was er al. Het gaat niet nog eens uit.
seat-ibabs-sent =
    Dat de stukken in iBabs staan, gaat naar { $count ->
        [0] wie zich aanmeldt. Er is nog niemand die het kan krijgen.
        [one] 1 persoon, en naar wie zich nog aanmeldt.
       *[other] { $count } personen, en naar wie zich nog aanmeldt.
    }
seat-ibabs-before = Dat de stukken in iBabs staan, was al gezegd. Het gaat niet nog eens uit.
seat-paper-away = { $paper } is weg. Wie het nog niet had, krijgt het niet meer. Bij wie het al kreeg, blijft het staan.
seat-ibabs-away = Dat de stukken in iBabs staan, zeg ik niet meer tegen wie het nog niet hoorde.
seat-paper-away-before = Dit stuk was al weg.
seat-ask-link = Stuur nu de link voor { BOLD($session) }: een adres dat begint met https://. Ik stuur hem alleen naar wie zich heeft aangemeld, en herhaal hem hier niet.
seat-wrong-link = Dat is geen link die ik kan sturen. Stuur één adres, dat begint met https://.
seat-whose-link = Voor welke sessie is deze link? Kies die, en stuur de link daarna nog eens. Ik heb hem nog nergens bewaard.
seat-link-sent =
    De link voor { $session } is bewaard. Hij gaat naar { $count ->
        [0] wie zich aanmeldt. Er is nog niemand die hem kan krijgen.
        [one] 1 persoon, en naar wie zich nog aanmeldt.
       *[other] { $count } personen, en naar wie zich nog aanmeldt.
    }
seat-link-before = Dat is de link voor { $session } al. Hij gaat niet nog eens uit.
seat-link-away = De link is weg. Wie hem nog niet had, krijgt hem niet meer. Bij wie hem al kreeg, blijft hij staan: zet zo nodig een andere link.
seat-link-away-before = Er was geen link meer.
