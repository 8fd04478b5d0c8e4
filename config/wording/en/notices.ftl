# What people hear of a change that concerns them.
notice-room = New room: { BOLD($session) } is now in { $now } (was { $was }). Time unchanged, { $time }.
notice-room-new = { BOLD($session) } is in { $now }, { $time } (there was no room yet).
notice-no-room = The room of { BOLD($session) } is not known yet (was { $was }). Time unchanged, { $time }.
notice-online = Now online: { BOLD($session) }, { $time } (was { $was }).
notice-online-new = Now online: { BOLD($session) }, { $time }.
notice-offline = No longer online: { BOLD($session) } is now in { $now }. Time unchanged, { $time }.
notice-time = New time: { BOLD($session) } is now { $now } (was { $was }).
notice-longer = New end: { BOLD($session) } now lasts until { $end }, so { $now } (was { $was }).
notice-place-stays = The place stays { $place }.
notice-moved = New time and place: { BOLD($session) } is now { $now } (was { $was }).
notice-cancelled = { BOLD($session) } is cancelled (was { $was }).
notice-gone = { BOLD($session) } is no longer in the programme (was { $was }).
notice-back = Goes ahead after all: { BOLD($session) }, { $start } to { $end }{ $where }.
notice-back-open = Goes ahead after all: { BOLD($session) }, from { $start }{ $where }.
notice-certain = Goes ahead: { BOLD($session) }, { $start } to { $end }{ $where }.
notice-certain-open = Goes ahead: { BOLD($session) }, from { $start }{ $where }.
notice-provisional = Provisional: { BOLD($session) }, { $start } to { $end }{ $where }. It is not certain yet that this goes ahead.
notice-provisional-open = Provisional: { BOLD($session) }, from { $start }{ $where }. It is not certain yet that this goes ahead.
notice-waits = { BOLD($Session) } does not go ahead as planned ({ $start } to { $end }). You will hear whether and when it does.
notice-waits-open = { BOLD($Session) } does not go ahead as planned (from { $start }). You will hear whether and when it does.
notice-still-waits = It is not certain yet that it goes ahead.
notice-waiting = Of these meetings you will hear whether and when they are held: { $sessions }.
notice-follow = Follow a group with /follow, and you hear what becomes of its meeting.
notice-day-back = The day goes ahead as planned after all. Your programme is in /mine.
notice-new = New in the programme: { BOLD($session) }, { $start } to { $end }{ $where }.
notice-new-open = New in the programme: { BOLD($session) }, from { $start }{ $where }.
notice-reverted = No change after all: { BOLD($session) } stays { $start } to { $end }{ $where }.
notice-reverted-open = No change after all: { BOLD($session) } stays from { $start }{ $where }.
notice-reverted-off = No change after all: { BOLD($session) } is cancelled.
notice-absent =
    { $count ->
        [one] { BOLD($session) }, { $time }{ $where }: { $names } cannot attend.
       *[other] { BOLD($session) }, { $time }{ $where }: { $names } cannot attend.
    }
notice-goes-on = The session goes ahead.
notice-goes-on-with = The session goes ahead, with { $names }.
notice-replaced =
    { $count ->
        [one] { BOLD($session) }, { $time }{ $where }: { $names } cannot attend. { $instead } comes instead.
       *[other] { BOLD($session) }, { $time }{ $where }: { $names } cannot attend. { $instead } comes instead.
    }
notice-present =
    { $count ->
        [one] { BOLD($session) }, { $time }{ $where }: { $names } can attend after all.
       *[other] { BOLD($session) }, { $time }{ $where }: { $names } can attend after all.
    }
notice-instead-gone =
    { $count ->
        [one] { $names } will not come, then.
       *[other] { $names } will not come, then.
    }
notice-joins =
    { $count ->
        [one] { BOLD($session) }, { $time }{ $where }: { $names } will speak as well.
       *[other] { BOLD($session) }, { $time }{ $where }: { $names } will speak as well.
    }
notice-people = { BOLD($session) }, { $time }{ $where }: other speakers. Now: { $names }.
notice-title = New title: { BOLD($now) } (was { $was }), { $time }{ $where }.
notice-sign-up = Sign up with the button, and you get the link and the papers.
notice-overlaps = That is now at the same time as { $sessions } in your programme. Choose below, or leave it so.
notice-own-instead = You also have { $sessions } in your programme then.
notice-instead = Also on at that time: { $sessions }.
notice-item = { $session } ({ $time }{ $where })
notice-span = { $start } to { $end }
notice-from = from { $start }
notice-again = Please note, changed again. { $sentence }
notice-more =
    { $count ->
        [one] And 1 more change in your programme: see /mine.
       *[other] And { $count } more changes in your programme: see /mine.
    }
