# The check of a day, for the organisers.
check-title = Check of { BOLD($event) }
check-state-draft = This day is still a draft: nothing goes out before it is published.
check-state-closed = This day is closed: nothing goes out any more.
check-nothing = Nothing was found that is not right yet.
check-error =
    { $count ->
        [one] { BOLD("This cannot be so:") }
       *[other] { BOLD("These things cannot be so:") }
    }
check-warning =
    { $count ->
        [one] { BOLD("Please look at this:") }
       *[other] { BOLD("Please look at these:") }
    }
check-note =
    { $count ->
        [one] { BOLD("This is not filled in yet:") }
       *[other] { BOLD("These are not filled in yet:") }
    }
check-room-twice =
    Two things at once in { $room }: { $first } and { $second }, from { $start } to { $until } ({ $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }).
check-speaker-twice =
    { $name } is in two places at once: { $first } and { $second }, from { $start } to { $until } ({ $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }).
check-competing = { $first } and { $second } are at the same time, at { $time }, and { $count } people follow both.
check-better = Better: { $session } from { $start } to { $until }, { $where }. Then none of them has anything else.
check-no-better = There is no other time at which all of them can and a room is free.
check-in = in { $room }
check-other-day = Not on a day of this event: { $sessions }.
check-unknown = The programme refers to { $name }, which does not exist.
check-unknown-at = { $session } refers to { $name }, which does not exist.
check-no-room = No room: { $sessions }.
check-outside-slot = Longer than its slot in the timetable: { $sessions }.
check-no-secretary = No secretary who takes part, so only the organisers can change these: { $groups }. Invite somebody with /invite.
check-no-contact = No secretary or other contact in the programme: { $sessions }.
check-no-text = No text: { $sessions }.
check-no-end = No end: { $sessions }.
check-session = { $session } ({ $time })
check-more = { $count } others
check-test-message = This is a test message for { $event }. It arrives: you need not do anything.
