# Answers to questions.

# What is where
answer-room-now = { $room }, { $time }: { BOLD($session) }, until { $end }.
answer-room-now-open = { $room }, { $time }: { BOLD($session) }. The programme does not state when it ends.
answer-room-empty = Nothing in { $room } at { $time }.
answer-room-empty-now = Nothing in { $room } now, at { $time }.
answer-room-then = Next in { $room }: { $session }, { $start }.
answer-room-begins = At { $start }: { $session }.
answer-room-no-more = Nothing more in { $room } after that.
answer-room-day = { BOLD($room) } in the programme:
answer-room-part = { BOLD($room) }, { $start } to { $end }:
answer-room-day-empty = The programme has nothing in { $room }.
answer-room-part-empty = Nothing in { $room } from { $start } to { $end }.
answer-room-place = { $room }: { $place }.
answer-room-place-unknown = The programme does not say where { $room } is in the building. Look at the signs or ask at the entrance.
answer-list-item = { $start } to { $end }: { $session }
answer-list-item-open = { $start }: { $session }
answer-list-item-place = { $start } to { $end }: { $session }, { $place }
answer-list-item-place-open = { $start }: { $session }, { $place }
answer-more = And { $count } more. Ask for a room, a time or a name.

# A moment
answer-slot-one = At { $time }: { BOLD($session) }{ $place }, until { $end }.
answer-slot-one-open = At { $time }: { BOLD($session) }{ $place }. It began at { $start }; the programme does not state when it ends.
answer-now-one = Now, { $time }: { BOLD($session) }{ $place }, until { $end }.
answer-now-one-open = Now, { $time }: { BOLD($session) }{ $place }. It began at { $start }; the programme does not state when it ends.
answer-slot-many = At { $time }:
answer-now-many = Now, { $time }:
answer-slot-item = { $place }: { $session }, until { $end }
answer-slot-nothing = The programme has nothing at { $time }: it is between two items.
answer-now-nothing = The programme has nothing now, at { $time }: it is between two items.
answer-then-one = Then, at { $start }: { $session }{ $place }.
answer-then-many = At { $start }: { $list }.
answer-then-count = Then, at { $start }: { $count } parallel meetings.
answer-short-item = { $session } { $place }
answer-span = From { $start } to { $end }:
answer-span-upto = Until { $end }:
answer-span-from = From { $start } on:
answer-next-one = Next, at { $start }: { BOLD($session) }{ $place }.
answer-next-many = Next, at { $start }:
answer-next-none = Nothing more in the programme after this.
answer-next-none-room = Nothing more in { $room } after this.
answer-rest = Later:
answer-after-one = After { $item }, at { $start }: { BOLD($session) }{ $place }.
answer-after-many = After { $item }, at { $start }:
answer-after-none = Nothing more in the programme after { $item }.
answer-after-none-room = Nothing more in { $room } after { $item }.
answer-before-one = Before { $item }: { BOLD($session) }{ $place }, { $start } to { $end }.
answer-before-many = Before { $item }, from { $start } on:
answer-before-none = Nothing in the programme before { $item }.
answer-before-now-one = Before this: { BOLD($session) }{ $place }, { $start } to { $end }.
answer-before-now-many = Before this, from { $start } on:
answer-before-now-none = Nothing in the programme before this.
answer-current = Now: { $session }{ $place }, until { $end }.
answer-current-open = Now: { $session }{ $place }. The programme does not state when it ends.
answer-current-many = Now there are { $count } meetings, until { $end }.

# One session
answer-card = { BOLD($session) }: { $place }, { $start } to { $end }.
answer-card-noplace = { BOLD($session) }: { $start } to { $end }.
answer-card-open = { BOLD($session) }: { $place }, from { $start }. The programme does not state when it ends.
answer-card-open-noplace = { BOLD($session) }: from { $start }. The programme does not state when it ends.
answer-card-online = { BOLD($session) } is online, { $start } to { $end }.
answer-card-cancelled = { BOLD($session) } is cancelled (was { $start }{ $place }).
answer-start-derived = The programme does not state the start literally; it follows from the item before it.
answer-end-derived = The end is the start of the next item.
answer-no-room = The programme gives no room.
answer-no-room-online = There is no room: the meeting is online.
answer-until = { BOLD($session) } lasts until { $end }. It starts at { $start }{ $place }.
answer-until-open = The programme does not state when { $session } ends. It starts at { $start }{ $place }.
answer-duration = { BOLD($session) } lasts { $minutes } minutes: { $start } to { $end }{ $place }.
answer-progress-soon = { BOLD($session) } starts in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}: { $start } to { $end }{ $place }.
answer-progress-soon-open = { BOLD($session) } starts in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}: from { $start }{ $place }. The programme does not state when it ends.
answer-progress-before = { BOLD($session) } has not started yet: { $start } to { $end }{ $place }.
answer-progress-before-open = { BOLD($session) } has not started yet: from { $start }{ $place }. The programme does not state when it ends.
answer-progress-on = { BOLD($session) } is going on, { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} more: until { $end }{ $place }.
answer-progress-on-open = { BOLD($session) } is going on, since { $start }{ $place }. The programme does not state when it ends.
answer-progress-over = { BOLD($session) } is over. It ended at { $end }.
answer-both-clash = They are on at the same time, from { $start } to { $end }.
answer-both-apart = They are not on at the same time.
answer-who = { BOLD($session) }, { $start }{ $place }. With:
answer-person-line = { $name } ({ $role })
answer-nameless = { $role }. The programme does not give the name.
answer-nameless-many = { $role }. The programme does not give the names.
answer-who-none = The programme does not say who speaks at { $session } ({ $start }{ $place }).
answer-leads = { BOLD($session) }, { $start }{ $place }. In the chair:
answer-leads-none = The programme does not say who chairs { $session }.
answer-contact = Secretary of { BOLD($session) }:
answer-contact-information = More information on { BOLD($session) }:
answer-contact-line = { $name }, { $mail }
answer-contact-none = The programme gives no secretary or mail address for { $session }.
answer-contact-event = General contact: { $contact }.
answer-join-online = { BOLD($session) } is online, { $start } to { $end }. Sign up with { $contacts }. You will then get the link and any papers.
answer-join-online-open = { BOLD($session) } is online, from { $start }. Sign up with { $contacts }. You will then get the link and any papers.
answer-join-room = { BOLD($session) }: { $start } to { $end }{ $place }. The programme does not ask you to sign up for it.
answer-join-room-open = { BOLD($session) }: from { $start }{ $place }. The programme does not ask you to sign up for it.
answer-about = { BOLD($session) }: { $summary }
answer-about-none = The programme does not say what { $session } is about.
answer-when-line = { $start } to { $end }{ $place }.
answer-when-line-open = From { $start }{ $place }.
answer-audience = { BOLD($session) } is for: { $audience }.
answer-audience-all = { BOLD($session) } is for everybody attending.
answer-audience-none = The programme does not say whom { $session } is for.
answer-certain = According to the programme { BOLD($session) } goes ahead: { $start } to { $end }{ $place }.
answer-certain-open = According to the programme { BOLD($session) } goes ahead: from { $start }{ $place }.
answer-provisional-session = Provisional: it is not yet certain that this meeting goes ahead.
answer-provisional-content = The content is provisional.
answer-provisional-speakers = Provisional: { $names } { $count ->
    [one] is
   *[other] are
} not confirmed.
answer-absent-speaker = { $name } cannot attend. The session goes ahead.
answer-room-reading = { $count ->
    [one] The room is
   *[other] The rooms are
} our reading of the table.
answer-parallel = At the same time as { BOLD($session) } ({ $start }):
answer-parallel-none = No other meeting at the same time as { $session } ({ $start }).

# Groups
answer-group-day = { BOLD($group) } in the programme:
answer-not-meeting-item = { $group } does not meet.
answer-not-meets = { BOLD($group) } does not meet today.
answer-not-meets-instead = No separate meeting of { BOLD($group) } today. Instead: { $session }, { $start } to { $end }{ $place }.
answer-not-meets-instead-open = No separate meeting of { BOLD($group) } today. Instead: { $session }, from { $start }{ $place }.
answer-absent = { BOLD($group) } is not in this programme.

# People
answer-person = { BOLD($name) } ({ $role }): { $session }, { $start } to { $end }{ $place }.
answer-person-open = { BOLD($name) } ({ $role }): { $session }, from { $start }{ $place }.
answer-person-norole = { BOLD($name) }: { $session }, { $start } to { $end }{ $place }.
answer-person-norole-open = { BOLD($name) }: { $session }, from { $start }{ $place }.
answer-person-many = { BOLD($name) } ({ $role }) is listed at:
answer-person-many-norole = { BOLD($name) } is listed at:
answer-person-day = { BOLD($name) }: { $role }.
answer-person-contact = { BOLD($name) }: secretary of { $session }, { $mail }.
answer-person-nameless = { BOLD($role) }: { $session }, { $start } to { $end }{ $place }. The programme does not give the name.
answer-person-nameless-open = { BOLD($role) }: { $session }, from { $start }{ $place }. The programme does not give the name.
answer-mentioned = { $name } is not listed as a speaker. The name does stand in the text on { $sessions }.
answer-in-texts-one = That is in the text on { BOLD($session) }: { $start } to { $end }{ $place }.
answer-in-texts-one-open = That is in the text on { BOLD($session) }: from { $start }{ $place }.
answer-in-texts-people = I do not find { $words } among the speakers. It does stand in the text about { $sessions }.
answer-in-texts-many = That is in the text on:

# Not understood, not there
answer-which = Which one do you mean: { $options }?
answer-which-kind = There are several meetings of a { $kind }. Which one do you mean?
answer-which-meeting = There are several meetings. Which one do you mean?
answer-which-kind-line = { $start }: { $sessions }
answer-not-found = I do not find { $words } in the programme.
answer-stranger = { $name } is not in the programme.
answer-near = Did you mean { $options }?
answer-told = According to the organisers: { $answer }
answer-not-understood = I do not understand that question.
answer-try = You can ask, for example: “where is { $first }” or “{ $second }”.
answer-try-time = what is on at { $time }
answer-try-room = room { $number } at { $time }
answer-no-such-room = { $room } is not in this programme. Rooms are: { $rooms }. Which one?
answer-no-rooms = { $room } is not in this programme; it gives no rooms.
answer-no-rooms-online = { $room } is not in this programme: the meetings are online, there are no rooms.
answer-outside-before = Nothing in the programme yet at { $time }. The day begins at { $start } with { $session }{ $place }.
answer-outside-after = Nothing in the programme any more at { $time }. The last item is { $session }, { $start } to { $end }{ $place }.
answer-outside-after-open = Nothing in the programme any more at { $time }. The last item is { $session }, from { $start }{ $place }; its end is not stated.
answer-no-programme = There is no programme on { $day }. { $event } is on { $date }{ $city }.

# The day
answer-first = The day begins at { $start } with { BOLD($session) }{ $place }.
answer-last = The last item is { BOLD($session) }, { $start } to { $end }{ $place }.
answer-last-many = The last meetings end at { $end }.
answer-last-open = The last item is { BOLD($session) }, from { $start }{ $place }. The programme does not state when it ends.
answer-day = { BOLD($event) }: { $date }{ $place }.
answer-day-address = Address: { $address }.
answer-day-no-address = The programme does not give the address.
answer-day-host = Hosted by { $people }.
answer-day-host-none = The programme does not say who hosts the day.
answer-day-chair = Chair of { $network }: { $people }.
answer-day-chair-none = The programme does not say who chairs the day.
answer-day-contact = Contact: { $contact }.
answer-day-contact-none = The programme gives no general mail address. A themagroep may have a secretary: name the themagroep.
answer-day-all = The day is meant for the participants of { $network }; the programme says no more about it.
answer-day-goes-on = According to the programme the day goes ahead: { $date }{ $place }.
answer-earlier = The previous network day I know of was on { $date }{ $city }.
answer-later = The next network day I know of is on { $date }{ $city }.
answer-no-earlier = I know of no earlier network day.
answer-no-later = I do not know when the next network day is.
answer-stated = { $text }
answer-unstated = The programme does not say anything about { $topic }. Please ask the organisers on site.
answer-unstated-online = The programme does not say anything about { $topic }.
answer-count-rooms = There are { $count } rooms: { $rooms }.
answer-count-rooms-none = This programme gives no rooms.
answer-count = There are { $count } { $what }.
answer-count-one = There is 1 { $what }.
answer-count-none = There is no { $what } in the programme.
answer-free = Free at { $time }: { $rooms }.
answer-free-now = Free now, { $time }: { $rooms }.
answer-free-none = According to the programme no room is free at { $time }.
answer-free-unknown = I do not know which rooms are free: this programme gives no rooms.
answer-free-then = { $room }, until { $start }
answer-networking = Space for networking: { $room }, { $start } to { $end }.
answer-networking-open = Space for networking: { $room }, from { $start }.
answer-networking-used = The programme says “available all day”, but { $room } is in use from { $start } for { $session }.
answer-late-now = You miss nothing if you are here by { $time }. First is { $session }, { $start }{ $place }.
answer-late = No problem.
answer-changed-none-of = Nothing changed in { $sessions }.
answer-changed-none = Nothing has changed in the programme.
answer-changed = Changed (last at { $time }):
answer-changed-before = Nothing has changed today. Changed before, last on { $day }:
answer-changed-restored = What was changed today is again as it was.
answer-changed-earlier = Changed earlier, last on { $day }:
answer-changed-today = Changed today:
answer-overview = { BOLD($event) }, { $date }:
answer-overview-none = There is nothing in this programme yet.
answer-papers = { $papers }
answer-papers-others = The programme names no papers of its own for { $session }. It does name:
answer-papers-unnamed = The programme does not mention iBabs.
answer-papers-none = The programme does not say where the papers are.
answer-papers-contact = Ask { $contacts } for the papers.
answer-time = It is { $time }.
answer-registration-none = The programme does not say how to sign up.

# Talk
answer-hello = Good day. Just ask: a room, a time, a themagroep or a name.
answer-thanks = You're welcome. Have a good day!
answer-help = Ask in plain words what is on, where and when.
answer-help-examples = For example: “where is { $first }”, “{ $second }”, “what's on now”, “when is lunch”.
answer-empty = I only read text.
answer-mine = Your own programme is under /mine.
answer-calendar = With /ics you get the programme for your calendar.
answer-calendar-check = Whether your calendar is still right I can see in the chat where you got the file.
answer-unfollow = With /follow you choose which theme groups you no longer follow.
answer-follow = With /follow you choose which themagroepen you follow; then you get a reminder.

# Kinds and practical matters inside a sentence
kind-plenary = plenary meeting
kind-pijler = pijler (pillar) meeting
kind-themagroep = themagroep (theme group)
kind-themasessie = theme session
kind-meeting = meeting
kind-conference = conference
kind-talk = talk
kind-arrival = arrival
kind-moving = time to move
kind-break = break
kind-lunch = lunch
kind-drinks = drinks (borrel)
kind-networking = space for networking
kind-sessions = meeting
kinds-sessions = meetings
kinds-themagroep = meetings of themagroepen (theme groups)
kinds-pijler = pijler (pillar) meetings
kinds-themasessie = theme sessions
fact-wifi = wifi
fact-parking = parking
fact-route = the route
fact-toilet = toilets
fact-cloakroom = the cloakroom
fact-diet = food and diets
fact-accessibility = accessibility
fact-dress = clothes
fact-cost = costs
fact-attendance = the number and names of those attending
fact-badge = name tags and the desk
fact-seats = how busy it is and how many seats there are
fact-prayer = a quiet room
fact-hotel = staying overnight
fact-firstaid = first aid
fact-floorplan = the floor plan
fact-recording = a recording
fact-power = power sockets
fact-coffee = the coffee
fact-weather = the weather

# Buttons
button-follow = Follow { $group }
button-ics = { $session } to calendar
button-about = About { $session }
button-now = What is on now
button-programme = Whole programme
answer-person-no-session = No meeting in this programme lists that name as a speaker.
answer-nothing-cancelled = According to the programme nothing is cancelled.
kind-speakers = speaker
kinds-speakers = speakers
fact-online = taking part online
fact-slides = slides or a report
answer-absent-others = There is:
answer-all-day = This is available all day.
