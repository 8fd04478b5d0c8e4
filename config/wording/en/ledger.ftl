# What you have in your calendar, and what changed of it.
ledger-cancelled = { BOLD($name) } is cancelled (was { $was }).
ledger-back = { BOLD($name) } goes ahead after all: { $now }.
ledger-certain = { BOLD($name) } is no longer provisional: { $now }.
ledger-provisional = { BOLD($name) } is provisional now: it is not yet certain that it will go ahead. Time and place stay: { $now }.
ledger-moved = New time and place for { BOLD($name) }: { $now } (was { $was }).
ledger-time = New time for { BOLD($name) }: { $now } (was { $was }).
ledger-place-stays = { $sentence } Place unchanged: { $place }.
ledger-room = New room for { BOLD($name) }: { $now } (was { $was }). Time unchanged: { $time }.
ledger-place = New place for { BOLD($name) }: { $now } (was { $was }). Time unchanged: { $time }.
ledger-no-room = no room yet
ledger-on-day = { $day }, { $when }
ledger-more =
    { $count ->
        [one] And 1 more change, in the file.
       *[other] And { $count } more changes, in the file.
    }
ledger-open = Open the file to update your calendar.
ledger-file = New file for your calendar: { $names }. Open it to update your calendar.
ledger-delete = If you saved a calendar file, please delete { $names } from your calendar yourself.
ledger-file-name = changes

ledger-none = You have not had a calendar file here yet. /ics gives you your own programme.
ledger-all-right =
    { $count ->
        [one] Yes, your calendar is right: the item you got here has not changed.
       *[other] Yes, your calendar is right: the { $count } items you got here are as in the programme now.
    }
ledger-known = I only know what I sent you, not what you changed in your calendar yourself.
ledger-behind =
    { $count ->
        [one] No, 1 item in your calendar is no longer right:
       *[other] No, { $count } items in your calendar are no longer right:
    }
ledger-others-right =
    { $count ->
        [one] The other item is still right.
       *[other] The other { $count } items are still right.
    }
ledger-was-right =
    { $count ->
        [one] What you already had in your calendar was still right: 1 item.
       *[other] What you already had in your calendar was still right: { $count } items.
    }
ledger-was-behind =
    { $count ->
        [one] Of what you already had in your calendar, 1 item was no longer right.
       *[other] Of what you already had in your calendar, { $count } items were no longer right.
    }
ledger-left =
    { $count ->
        [one] 1 of them is not in this file: choose the button below.
       *[other] { $count } of them are not in this file: choose the button below.
    }
ledger-button-update = Update my calendar
