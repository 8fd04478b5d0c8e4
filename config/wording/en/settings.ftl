# Settings: one message that changes where it stands.
settings-title = { BOLD("Settings") }
settings-language = Language: English.
settings-reminder =
    { $minutes ->
        [one] Reminder: { $minutes } minute before the start.
       *[other] Reminder: { $minutes } minutes before the start.
    }
settings-reminder-off = Reminder: off.
settings-reminder-quiet = During a session of your programme it waits until that session is over.
settings-brief-evening = Overview of your day: the evening before at { $time }.
settings-brief-morning = Overview of your day: on the day itself at { $time }.
settings-brief-both = Overview of your day: the evening before at { $evening } and on the day itself at { $morning }.
settings-brief-off = Overview of your day: off.
settings-brief-what = The overview has your own programme, with rooms and times.
settings-choose = Choose below.
settings-marked = { $label } (now)
settings-button-language = Change language
settings-button-reminder = Change reminder
settings-button-brief = Change overview
settings-button-back = Back
settings-button-lead = { $minutes } minutes before
settings-button-lead-off = No reminders
settings-button-quiet = Silent while I am in a session
settings-button-quiet-off = Remind me during sessions too
settings-button-evening = Evening before, { $time }
settings-button-evening-off = Not on the evening before
settings-button-morning = Same morning, { $time }
settings-button-morning-off = Not on the morning itself
