# When the whole day turns: each secretary gets one question.
turn-question = What becomes of { BOLD($session) } (planned { $start } to { $end })? Choose below. You first see whom it reaches.
turn-question-open = What becomes of { BOLD($session) } (planned from { $start })? Choose below. You first see whom it reaches.
turn-button-online = Online, at { $time }
turn-button-online-later = Online, at another time
turn-button-postpone = Later, the date follows
turn-button-off = Is cancelled
turn-all-answered = It is known of all meetings what becomes of them.
turn-waiting =
    { $count ->
        [one] Of 1 of the { $all } meetings it is not known yet what becomes of it:
       *[other] Of { $count } of the { $all } meetings it is not known yet what becomes of them:
    }
turn-item = { $session }: its secretary was asked, no answer yet
turn-item-nobody = { $session }: there is no secretary with a role, please choose yourself
