# One's own day: in order, with what one misses, what overlaps and what else is on.
myday-over = This day is over.
myday-day = { BOLD($day) }
myday-days = { $first } to { $last }
myday-move = { $what }, from { $from } to { $to }
myday-gap = nothing chosen
myday-gap-on = nothing chosen. In the programme: { $sessions }
myday-gap-item = { $session }, { $time }
myday-gap-item-in = { $session }, { $time }, { $place }
myday-gap-more = and { $count } more
myday-overlap = At { $time } you have { $count } sessions at once.
myday-overlap-partly = These sessions overlap in part: { $sessions }.
myday-overlap-how = For { $time } you can choose below. What you do not choose leaves your programme; you can undo that.
myday-button-take = Choose { $session }
myday-button-leave-so = Leave { $time } as it is
myday-button-back = Put { $session } back
myday-button-back-several = Put { $count } sessions back
myday-taken = You choose { BOLD($session) }. No longer in your programme: { $others }.
myday-back =
    { $count ->
        [one] { $sessions } is in your programme again.
       *[other] { $sessions } are in your programme again.
    }
myday-left = At { $time } everything stays in your programme.
myday-arrives = You arrive at { $time }.
myday-leaves = You leave at { $time }.
myday-whole-day = You are there all day.
myday-absent = You said that you are not coming. You get no reminders.
myday-absent-set = You are not coming on { $day }. You get no messages about your programme then.
myday-present = You are coming on { $day }.
myday-misses-nothing = You miss nothing of your programme.
myday-nothing-chosen = You have not chosen anything yet. Follow a pijler or themagroep and it is in your programme.
myday-catches = You are in time for:
myday-catches-nothing = You are not in time for anything that you chose.
myday-misses = You miss: { $sessions }.
myday-misses-silent = You get no reminder of those.
myday-missed = { $session } ({ $time })
myday-part-not-the-beginning = you miss the beginning
myday-part-not-the-end = you miss the end
myday-part-middle = you miss the beginning and the end
myday-part-nothing = you are not there then
myday-when-arrive = At what time do you arrive? Choose below, or type for example: I arrive at { $time }.
myday-when-leave = At what time do you leave? Choose below, or type for example: I leave at { $time }.
myday-button-arrive = I arrive at { $time }
myday-button-leave = I leave at { $time }
myday-button-whole-day = I am there all day
myday-button-absent = I am not coming
myday-button-present = I am coming
