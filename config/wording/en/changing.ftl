# Changing the programme: what can be done, what it causes, what was done.
change-session = { BOLD($session) }, { $start } to { $end }{ $where }.
change-session-open = { BOLD($session) }, from { $start }{ $where }.
change-session-off = This session is cancelled at the moment.
change-session-waits = Nobody has said yet what becomes of it.
change-session-ask = What changes? Choose below. You first see whom it reaches; nothing goes out until you send it.
change-session-typed = Or type it, for instance “to { $room }”, “at 14.00” or “lasts until 15.45”.
change-session-typed-no-room = Or type it, for instance “at 14.00” or “lasts until 15.45”.
change-button-room = To { $room }
change-button-room-taken = To { $room } (taken)
change-button-later = { $minutes } minutes later
change-button-time = Another time
change-button-off = Is cancelled
change-button-on = Goes ahead after all
change-button-online = Goes online
change-button-swap = Swap rooms
change-button-speaker = A speaker cannot come
change-button-speaker-back = { $name } comes after all
change-button-desk = Sign-ups, papers and link
change-button-others = Another session
change-button-of = Change { $session }
change-button-move-to-room = Move { $session } to { $room }
change-button-move-to-time = Move { $session } to { $time }
change-button-day-online = The whole day goes online
change-button-day-off = The whole day is off
change-button-more =
    { $count ->
        [one] 1 more session
       *[other] { $count } more sessions
    }
change-which = Which session do you want to change?
change-which-typed = Or type what changes, for instance “Veiligheid to room 2” or “everything after lunch 10 minutes later”.
change-which-meant = Which one do you mean?
change-which-time = What is the new time of { $session }? Type for instance “14.00”, “14.00 to 15.00” or “15 minutes later”.
change-which-time-online = At what time is { $session } online? Type for instance “14.00” or “14.00 to 15.00”.
change-none = There is no session in this programme that you can change.
change-swap-which = With which session does { $session } swap rooms?
change-speaker-which = Who cannot come to { $session }? If somebody comes instead, type for instance “Jan Jansen can't make it, Piet Pietersen takes over”.
change-will-be = { BOLD("It will be so:") }
change-overtaken = Please note: the programme was changed meanwhile, or this was an old proposal. Nothing was sent yet. Please look again:
change-all-later = { $count } items begin { $minutes } minutes later. The first begins at { $now } (was { $was }).
change-all-earlier = { $count } items begin { $minutes } minutes earlier. The first begins at { $now } (was { $was }).
change-stays-off = Please note, { $session } is cancelled. That stays so, and nobody is told of this.
change-more =
    { $count ->
        [one] And 1 more change.
       *[other] And { $count } more changes.
    }
change-day-waits =
    { $count ->
        [one] 1 meeting waits for its secretary. Whoever has a role is asked at once whether it is online, later or cancelled.
       *[other] { $count } meetings wait for their secretaries. Whoever has a role is asked at once whether it is online, later or cancelled.
    }
change-day-off =
    { $count ->
        [0] Nothing else changes.
        [one] 1 other item, such as lunch, is cancelled.
       *[other] { $count } other items, such as lunch and moving, are cancelled.
    }
change-day-back = The day goes ahead as planned after all.
change-day-restored =
    { $count ->
        [one] 1 item is again as it was before.
       *[other] { $count } items are again as they were before.
    }
change-reaches = This reaches { $who }{ $through }.
change-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
change-groups =
    { $count ->
        [one] 1 Telegram group
       *[other] { $count } Telegram groups
    }
change-through = : { $parts }
change-through-signed-up =
    { $count ->
        [one] 1 signed up
       *[other] { $count } signed up
    }
change-through-kept =
    { $count ->
        [one] 1 chose the session
       *[other] { $count } chose the session
    }
change-through-follows =
    { $count ->
        [one] 1 follows the group
       *[other] { $count } follow the group
    }
change-through-attends =
    { $count ->
        [one] 1 is there that day
       *[other] { $count } are there that day
    }
change-through-came-by =
    { $count ->
        [one] 1 opened the bot for this day
       *[other] { $count } opened the bot for this day
    }
change-through-secretary =
    { $count ->
        [one] 1 is a secretary
       *[other] { $count } are secretaries
    }
change-reaches-nobody = This reaches nobody at the moment. The programme itself does change.
change-heard-aloud =
    { $count ->
        [one] That one hears it at once, with a sound.
       *[other] They hear it at once, with a sound.
    }
change-heard-quietly =
    { $count ->
        [one] That one hears it at once, without a sound.
       *[other] They hear it at once, without a sound.
    }
change-heard-later =
    { $count ->
        [one] That one hears it after a minute, without a sound.
       *[other] They hear it after a minute, without a sound.
    }
change-some-aloud =
    { $count ->
        [one] 1 hears it at once, with a sound
       *[other] { $count } hear it at once, with a sound
    }
change-some-quietly =
    { $count ->
        [one] 1 hears it at once, without a sound
       *[other] { $count } hear it at once, without a sound
    }
change-some-later =
    { $count ->
        [one] 1 hears it after a minute, without a sound
       *[other] { $count } hear it after a minute, without a sound
    }
change-heard-apart = { $parts }.
change-reminded =
    { $count ->
        [one] 1 of them already had the reminder.
       *[other] { $count } of them already had the reminder.
    }
change-reminded-one = That one already had the reminder.
change-takes = Delivery takes about { $seconds } seconds.
change-paused = Everything that goes out is on hold. The message goes out after /resume.
change-draft = The day is not published yet: nobody is told.
change-closed = The day is closed: nobody is told.
change-overlapping =
    { $count ->
        [one] For 1 of them it is then at the same time as something else in their own programme.
       *[other] For { $count } of them it is then at the same time as something else in their own programme.
    }
change-overlapping-one = There it is then at the same time as something else in their own programme.
change-clash-room = Please note, { $room } is taken then: { $session }, { $start } to { $end }.
change-clash-room-open = Please note, { $room } is taken then: { $session }, from { $start }.
change-clash-speaker = Please note, { $name } is also at { $session } then, { $start } to { $end }.
change-clash-speaker-open = Please note, { $name } is also at { $session } then, from { $start }.
change-clash-slot = Please note, { $session } then goes on after the end of the slot ({ $time }).
change-clash-past = Please note, { $session } has then begun or ended already.
change-swap-for-others = The organisers of the day can swap the rooms.
change-dropped = I left out the reason that you gave. It is not kept and not sent.
change-button-send = Send this change
change-button-swap-with = Swap rooms with { $session }
change-button-edit = Adjust the proposal
change-button-leave = Leave it as it was
change-button-undo = Take this back
change-made = { BOLD("Sent.") }
change-undone = { BOLD("Taken back.") }
change-taken-back = Your last change was taken back already.
change-taken-back-before = Your last change was taken back already. This takes back the one before it.
change-button-put-back = Put my last change back
change-made-before = This change was sent already. Nothing went out twice.
change-left = All stays as it was. Nothing was sent.
change-edit-again = Type how it should be, for instance “to room 2” or “15 minutes later”. Or choose /change.
change-link-apart = The link is not part of a change, and I have not kept it. After sending, give it with /signups: then it goes only to those who signed up.
change-how-to = Do you want to change something? Type for instance “Veiligheid to room 2” or “Europa 15 minutes later”, or choose /change.
change-rooms = Rooms are: { $rooms }.
change-rooms-none = The programme names no rooms.
change-problem-unknown-room = There is no { $name } in this programme. { $rooms }
change-problem-unknown-session = I find no session for “{ $name }”. Choose one with /change, or name the group as the programme does.
change-problem-unknown-speaker = { $name } is not listed as a speaker. Nothing was changed.
change-problem-no-room = To which room? Please name it, for instance “{ $name } to room 2”. { $rooms }
change-example = Veiligheid
change-problem-no-time = What time? Please name it, for instance “at 14.00” or “15 minutes later”.
change-problem-outside-day = That time is not on this day, or the end is before the start. Nothing was changed. Please name a time on the day itself.
change-problem-not-on-then = There are no two sessions to swap in those rooms at that time. Please name the sessions, for instance “swap Veiligheid and Woningmarkt”.
change-problem-hybrid = I cannot record a hybrid session: it is in a room or online. Leave { $name } as it is, and tell its followers with /broadcast how to take part the other way. If it is to be online only, type “{ $name } online”.
change-problem-which = What should change, and in which session? Type for instance “Veiligheid to room 2”, or choose /change.
change-problem-not-yours = { $session } is another group's. Only its secretary or the organisers can change that.
change-problem-nobodys = { $session } belongs to the whole day. Only the organisers can change that.
change-problem-nothing = It is so already. Nothing was changed and nothing was sent.
change-problem-no-undo = There is nothing that you can take back.
change-problem-gone = What you want to change or put back is no longer there. Nothing was changed. Please choose again with /change.
change-problem-too-big = Only the organisers of the day can do that.
leaving-nothing = Nothing more is in { $room } today. Nothing has to move.
leaving-where = Where to? Type for instance “{ $session } to { $room }”. Free at that time: { $rooms }.
leaving-where-full = Where to? No other room is free at that time. Type for instance “{ $session } online”.
leaving-where-swap = Where to? No other room is free at that time. Type for instance “swap { $session } with { $other }” or “{ $session } online”.
