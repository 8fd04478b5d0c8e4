# Being reminded of one session.
keep-button = Remind me of { $session }
keep-button-on = Do not remind me of { $session }
keep-button-off = { $session } in my programme
keep-button-on-off = { $session } out of my programme
keep-done = { $session }: { $when }. You get a message { $lead ->
        [one] 1 minute
       *[other] { $lead } minutes
    } before the start.
keep-done-off = { $session } is in your programme: { $when }.
keep-dropped = { $session } is no longer in your programme.
keep-ics = These sessions as a calendar file. Open the file to put them in your calendar.
keep-ics-item = { $session }: { $when }
keep-ics-more = { $count ->
        [one] And 1 session more
       *[other] And { $count } sessions more
    }
