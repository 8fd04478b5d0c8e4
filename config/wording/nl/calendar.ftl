# What stands in calendar entries. People read them weeks later, away from the chat: each sentence stands alone.
calendar-title-cancelled = Gaat niet door: { $title }
calendar-title-provisional = { $title } (onder voorbehoud)
calendar-location-online = Online

calendar-cancelled = Dit onderdeel gaat niet door.
calendar-provisional = Onder voorbehoud: het is nog niet zeker dat dit onderdeel doorgaat.
calendar-content-provisional = De inhoud is onder voorbehoud.

calendar-room-read = { $room }: volgens onze lezing van de tabel in het programma.
calendar-room-not-stated = De zaal staat niet in het programma.
calendar-room-in-use = { $room } is vanaf { $time } uur ook in gebruik voor een ander onderdeel.
calendar-online = Dit onderdeel is online.
calendar-start-read = Het begin staat niet in het programma. { $time } uur is onze lezing.
calendar-end-not-stated = Het einde staat niet in het programma.
calendar-end-read = Het einde staat niet in het programma. { $time } uur is onze lezing.
calendar-all-day = Volgens het programma de hele dag beschikbaar.

calendar-speakers = Met:
calendar-speaker-provisional = { $speaker }. Onder voorbehoud: de komst is nog niet zeker.
calendar-speaker-absent = { $speaker }. Verhinderd.
calendar-guests =
    { $count ->
        [one] een gast (naam niet genoemd)
       *[other] { $count } gasten (namen niet genoemd)
    }
calendar-part-chair = voorzitter
calendar-part-moderator = moderator
calendar-part-opening = opening
calendar-part-guest = te gast
calendar-part-invited = uitgenodigd
calendar-part-presentation = presentatie
calendar-part-kick-off = trapt af
calendar-part-joins = sluit aan
calendar-part-reflectant = reflectant

calendar-audience = Voor wie: { $audience }
calendar-other-language = Uit het programma, in het Engels:
calendar-contact-secretary = Secretaris: { $contact }
calendar-contact-registration = Aanmelden bij: { $contact }
calendar-contact-information = Meer informatie: { $contact }
calendar-part-of = Onderdeel van { $event }.

calendar-alarm = { $title }, { $time } uur
calendar-alarm-room = { $title }, { $time } uur, { $room }
