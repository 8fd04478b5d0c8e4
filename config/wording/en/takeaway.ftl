# To take away: one's own day as a document.
takeaway-title = Your programme: { $event }
takeaway-moment = According to the programme as it was on { $day } at { $time }.
takeaway-sessions = Your sessions
takeaway-contacts = Whom to write to
takeaway-papers = Papers
takeaway-of-the-day = The whole day
takeaway-ibabs = The papers are in iBabs (the system in which cities keep meeting papers).
takeaway-link = Link, for you alone: { $link }
takeaway-page = Page { "{page}" } of { "{pages}" }
takeaway-file = takeaway-{ $event }.pdf
takeaway-done =
    { $count ->
        [one] Your programme to take away: 1 session, with whom to write to.
       *[other] Your programme to take away: { $count } sessions, with whom to write to.
    }
takeaway-done-papers =
    { $count ->
        [one] Your programme to take away: 1 session, with whom to write to and the names of the papers. You got the papers themselves in this chat.
       *[other] Your programme to take away: { $count } sessions, with whom to write to and the names of the papers. You got the papers themselves in this chat.
    }
takeaway-nothing = You have chosen no sessions for { $event } yet. Follow a group, or choose sessions in the programme. Then I make a document of them to take away.
takeaway-failed = I could not make the document now. Please try again later. Your sessions are in /mine too.
