# De hele dag, uw eigen programma, en alles over één sessie.
page-title = Programma { BOLD($event) }
page-part = Deel { $number } van { $count }: { $from } tot { $until }
page-part-last = Deel { $number } van { $count }: vanaf { $from }
page-part-button = Programma vanaf { $from }
page-part-button-day = Programma { $day } vanaf { $from }
page-span = { $from } tot { $until } uur
page-from = { $from } uur
page-slot-one = { BOLD($when) }: { $what }
page-slot = { BOLD($when) }:
page-in-room = { $room }: { $what }
page-what = { $what }, { $room }
page-until = tot { $until }
page-all-day = hele dag beschikbaar
page-cancelled = gaat niet door
page-provisional = onder voorbehoud
page-reading = Bij { $times } staan de zalen er volgens onze lezing van de tabel: de tabel is daar onduidelijk.
page-not-meeting = { $group } vergadert deze dag niet apart.
page-not-meeting-instead = { $group } vergadert deze dag niet apart. Wel: { $session }, { $when }.
page-empty = In dit programma staan nog geen sessies.
page-mine-title = Uw programma: { BOLD($event) }
page-mine-empty = U hebt nog niets gekozen. Volg een pijler of themagroep, dan staat die hier.
page-mine-none = U volgt { $groups }. Daarvoor staat er in dit programma niets.
page-mine-lead = U krijgt { $lead } minuten voor het begin een bericht.
page-ics-mine = Uw programma als agendabestand: { $count ->
        [one] 1 sessie
       *[other] { $count } sessies
    }. Open het bestand om de sessies in uw agenda te zetten.
page-ics-day = De hele dag als agendabestand: { $count ->
        [one] 1 sessie
       *[other] { $count } sessies
    }. U volgt nog niets; met /volg kiest u uw eigen programma.
page-ics-day-all = De hele dag als agendabestand: { $count ->
        [one] 1 sessie
       *[other] { $count } sessies
    }. Open het bestand om de sessies in uw agenda te zetten.
page-ics-one = { $what }. Open het bestand om de sessie in uw agenda te zetten.
page-ics-nothing = Er is niets om in uw agenda te zetten: in dit programma staan nog geen sessies.
page-ics-later = Een opgeslagen bestand verandert niet mee. Wijzigt de tijd of de plaats, dan krijgt u hier een nieuw bestand.
page-button-ics-mine = Mijn programma als agendabestand
page-button-ics-day = Hele dag als agendabestand
page-about-name = { BOLD($name) }
page-about-day = Dag: { $day }
page-about-when = Wanneer: { $when }
page-about-no-room = Waar: dat staat niet in het programma.
page-about-room-note = Waar: { $note }
page-about-reading = De zaal is volgens onze lezing van de tabel: de tabel is daar onduidelijk.
page-about-stops = De andere sessies in dit blok duren tot { $until } uur.
page-about-cancelled = Deze sessie gaat niet door.
page-about-provisional = De sessie zelf is onder voorbehoud.
page-about-content = De inhoud is onder voorbehoud.
page-about-all-day = Hele dag beschikbaar, volgens het programma. Vanaf { $from } uur is { $room } ook in gebruik voor { $session }.
page-about-all-day-free = Hele dag beschikbaar, volgens het programma.
page-about-open = Deze bijeenkomst staat open voor alle deelnemers.
page-about-holds = Van: { $groups }
page-about-prepares = Voorbereid door: { $groups }
page-about-invited = Uitgenodigd: { $groups }
page-about-with = Met: { $people }
page-about-mentioned = In de tekst genoemd: { $people }
page-about-absent = { $person } is verhinderd.
page-about-absent-provisional = { $person } komt onder voorbehoud
page-person = { $name } ({ $role })
page-person-count = { $count } keer { $role }
page-about-audience = Voor: { $audience }
page-about-registration = Aanmelden: { $registration }
page-about-secretary = Secretaris: { $contact }
page-about-contact = Meer informatie: { $contact }
page-about-register-contact = Aanmelden bij: { $contact }
page-about-end = Wanneer het eindigt, staat niet in het programma.
