# The whole day, one's own programme, and all about one session.
page-title = Programme { BOLD($event) }
page-part = Part { $number } of { $count }: { $from } to { $until }
page-part-last = Part { $number } of { $count }: from { $from }
page-part-button = Programme from { $from }
page-part-button-day = Programme { $day } from { $from }
page-span = { $from } to { $until }
page-from = { $from }
page-slot-one = { BOLD($when) }: { $what }
page-slot = { BOLD($when) }:
page-in-room = { $room }: { $what }
page-what = { $what }, { $room }
page-until = until { $until }
page-all-day = available all day
page-cancelled = cancelled
page-provisional = provisional
page-reading = The rooms at { $times } follow our reading of the table, which is unclear there.
page-not-meeting = { $group } has no separate meeting on this day.
page-not-meeting-instead = { $group } has no separate meeting on this day. Instead: { $session }, { $when }.
page-empty = There are no sessions in this programme yet.
page-mine-title = Your programme: { BOLD($event) }
page-mine-empty = You have not chosen anything yet. Follow a pijler or theme group and it will be listed here.
page-mine-none = You follow { $groups }. This programme has nothing for that.
page-mine-lead = You get a message { $lead } minutes before the start.
page-ics-mine = Your programme as a calendar file: { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }. Open the file to put the sessions in your calendar.
page-ics-day = The whole day as a calendar file: { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }. You do not follow anything yet; choose your own programme with /volg.
page-ics-day-all = The whole day as a calendar file: { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }. Open the file to put the sessions in your calendar.
page-ics-one = { $what }. Open the file to put the session in your calendar.
page-ics-nothing = There is nothing to put in your calendar: this programme has no sessions yet.
page-ics-later = A saved file does not change along. When a time or place changes, you get a new file here.
page-button-ics-mine = My programme as calendar file
page-button-ics-day = Whole day as calendar file
page-about-name = { BOLD($name) }
page-about-day = Day: { $day }
page-about-when = When: { $when }
page-about-no-room = Where: the programme does not say.
page-about-room-note = Where: { $note }
page-about-reading = The room follows our reading of the table, which is unclear there.
page-about-stops = The other sessions at this time go on until { $until }.
page-about-cancelled = This session is cancelled.
page-about-provisional = The session itself is provisional.
page-about-content = The content is provisional.
page-about-all-day = Available all day, says the programme. From { $from } { $room } is also in use for { $session }.
page-about-all-day-free = Available all day, says the programme.
page-about-open = This meeting is open to all participants.
page-about-holds = By: { $groups }
page-about-prepares = Prepared by: { $groups }
page-about-invited = Invited: { $groups }
page-about-with = With: { $people }
page-about-mentioned = Mentioned in the text: { $people }
page-about-absent = { $person } cannot attend.
page-about-absent-provisional = { $person } is not confirmed
page-person = { $name } ({ $role })
page-person-count = { $count } times { $role }
page-about-audience = For: { $audience }
page-about-registration = Signing up: { $registration }
page-about-secretary = Secretary: { $contact }
page-about-contact = More information: { $contact }
page-about-register-contact = Sign up with: { $contact }
page-about-end = The programme does not say when it ends.
