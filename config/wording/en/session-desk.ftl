# The desk of a session, for the secretary: who signed up, the papers and the link.
seat-which = For which session do you want to see the sign-ups, the papers or the link?
seat-which-more = Not all sessions fit here. Type a part of the name after it, for instance /signups { $example }.
seat-none = There is no session of your group in this programme.
seat-none-named = None of your sessions is called “{ $text }”.
seat-title = { BOLD($session) }: { $when }
seat-followers =
    In the own programme of { $people ->
        [one] 1 person
       *[other] { $people } people
    }{ $groups ->
        [0] .
        [one] {" "}and 1 group on Telegram.
       *[other] {" "}and { $groups } groups on Telegram.
    }
seat-no-sign-ups-needed = Nobody signs up for this session. Papers and a link only go to those who signed up.
seat-cancelled = This session is cancelled. No papers and no link go out any more.
seat-over = This session is over. No papers and no link go out any more.
seat-signed-up =
    Signed up: { $count ->
        [0] nobody.
        [one] 1 person.
       *[other] { $count } people.
    }
seat-cities = By city: { $cities }.
seat-city = { $city } { $count }
seat-city-none = without a city { $count }
seat-names = Names, as far as given:
seat-person-by-hand = { $person } (added by hand)
seat-nameless =
    { $count ->
        [one] 1 person gave no name.
       *[other] { $count } people gave no name.
    }
seat-link = The link is there. It goes to those who signed up.
seat-no-link = There is no link yet.
seat-papers = Papers: { $papers }.
seat-papers-ibabs = are in iBabs
seat-no-papers = There are no papers yet.
seat-button-add = Add somebody
seat-button-add-more = Add somebody else
seat-button-paper = Send a paper
seat-button-ibabs = Papers are in iBabs
seat-button-link = Set the link
seat-button-another-link = Set another link
seat-button-no-link = Take the link away
seat-button-no-paper = Take away: { $paper }
seat-button-no-ibabs = Take away: is in iBabs
seat-button-remove = Take away: { $person }
seat-button-back = Back to { $session }
seat-ask-person = Whom do you want to sign up for { BOLD($session) }? Type the name and the city on one line, for instance: Jan Jansen, Zwolle. This person gets no messages from me.
seat-wrong-person = I cannot read that as a name and a city. Type them on one line with a comma between them, for instance: Jan Jansen, Zwolle.
seat-added = Added: { $person }.
seat-added-before = { $person } was in the list already.
seat-removed = Taken away: { $person }.
seat-removed-before = This person was no longer in the list.
seat-ask-paper = Send the paper for { BOLD($session) } now as a file, of at most 10 MB. It goes to those who signed up. They cannot pass it on.
seat-wrong-paper = That is not a file. Send the paper as a file, for instance a PDF, and not as a photo.
seat-paper-too-large = I cannot keep this file. It must be larger than nothing and at most 10 MB.
seat-paper-gone = I did not get this file from Telegram. Please send it again.
seat-paper-sent =
    { $paper } is kept. It goes to { $count ->
        [0] whoever signs up. Nobody can get it yet.
        [one] 1 person, and to whoever still signs up.
       *[other] { $count } people, and to whoever still signs up.
    } Another paper? Send it too.
seat-paper-before = { $paper } was there already. It does not go out again.
seat-ibabs-sent =
    That the papers are in iBabs goes to { $count ->
        [0] whoever signs up. Nobody can get it yet.
        [one] 1 person, and to whoever still signs up.
       *[other] { $count } people, and to whoever still signs up.
    }
seat-ibabs-before = That the papers are in iBabs was said already. It does not go out again.
seat-paper-away = { $paper } is gone. Who did not have it yet will not get it. With those who got it, it stays.
seat-ibabs-away = I no longer say that the papers are in iBabs to those who had not heard it yet.
seat-paper-away-before = This paper was gone already.
seat-ask-link = Send the link for { BOLD($session) } now: an address that begins with https://. I only send it to those who signed up, and do not repeat it here.
seat-wrong-link = That is not a link that I can send. Send one address, which begins with https://.
seat-whose-link = For which session is this link? Choose it, and send the link once more after that. I have not kept it anywhere yet.
seat-link-sent =
    The link for { $session } is kept. It goes to { $count ->
        [0] whoever signs up. Nobody can get it yet.
        [one] 1 person, and to whoever still signs up.
       *[other] { $count } people, and to whoever still signs up.
    }
seat-link-before = That is the link for { $session } already. It does not go out again.
seat-link-away = The link is gone. Who did not have it yet will not get it. With those who got it, it stays: set another link if need be.
seat-link-away-before = There was no link any more.
