# What stands in calendar entries. People read them weeks later, away from the chat: each sentence stands alone.
calendar-title-cancelled = Cancelled: { $title }
calendar-title-provisional = { $title } (provisional)
calendar-location-online = Online

calendar-cancelled = This item is cancelled.
calendar-provisional = Provisional: it is not yet certain that this item will go ahead.
calendar-content-provisional = The content is provisional.

calendar-room-read = { $room }: by our reading of the table in the programme.
calendar-room-not-stated = The programme gives no room.
calendar-room-in-use = { $room } is also in use for another item from { $time }.
calendar-online = This item is online.
calendar-start-read = The programme gives no start time. { $time } is our reading.
calendar-end-not-stated = The programme gives no end time.
calendar-end-read = The programme gives no end time. { $time } is our reading.
calendar-all-day = Available all day, according to the programme.

calendar-speakers = With:
calendar-speaker-provisional = { $speaker }. Provisional: not yet confirmed.
calendar-speaker-absent = { $speaker }. Cannot attend.
calendar-guests =
    { $count ->
        [one] a guest (not named)
       *[other] { $count } guests (not named)
    }
calendar-part-chair = chair
calendar-part-moderator = moderator
calendar-part-opening = opening
calendar-part-guest = guest
calendar-part-invited = invited
calendar-part-presentation = presentation
calendar-part-kick-off = kicks off
calendar-part-joins = joins in
calendar-part-reflectant = responds

calendar-audience = For whom: { $audience }
calendar-other-language = From the programme, in Dutch:
calendar-contact-secretary = Secretary: { $contact }
calendar-contact-registration = Sign up with: { $contact }
calendar-contact-information = More information: { $contact }
calendar-part-of = Part of { $event }.

calendar-alarm = { $title }, { $time }
calendar-alarm-room = { $title }, { $time }, { $room }
