# Web pages, and calendars to subscribe to.
web-network = Network days
web-language = Lees dit in het Nederlands
web-home = All network days

web-own-title = Your programme in your calendar
web-own-calendar = My network day
web-own-what = Your calendar fetches your programme from here: all you follow on the network days. When the programme changes, your calendar changes too.
web-own-count = { $count ->
        [one] It now holds 1 session.
       *[other] It now holds { $count } sessions.
    }
web-own-none = It is still empty. Follow a pijler or theme group in the chat, and it will appear here.
web-own-choose = Choose your calendar
web-own-apple = Apple Calendar
web-own-apple-what = iPhone, iPad and Mac; other calendars on your device too
web-own-google = Google Calendar
web-own-google-what = On Android and in the browser
web-own-outlook = Outlook
web-own-outlook-what = Outlook on the web, with an account from work
web-own-copy = Copy the address
web-own-copy-what = Does none of the buttons work? Copy this address. Choose “subscribe” or “add from the internet” in your calendar and paste the address there.
web-own-copied = Copied
web-own-address = Address of your calendar
web-own-file = Just once, as a file
web-own-file-what = A file does not change with the programme.
web-own-local = This address works on this computer only. Google and Outlook on the web cannot reach it.
web-own-late-title = When will you see a change?
web-own-late = Your calendar looks now and then whether anything has changed. That takes from a few minutes to a day, depending on the calendar. A change on the day itself therefore comes as a message in the chat. Trust the chat on that day.
web-own-cancelled = A session that is cancelled stays in your calendar, marked “Cancelled”.
web-own-share-title = Who can see your calendar?
web-own-share = Whoever knows this address can see your programme, and cannot change anything. You can share it with your assistant.
web-own-renew-title = Renewing the address
web-own-renew = No longer want others to look on? Type /subscribe in the chat and choose the button “{ $button }”. The old address then stops working. Subscribe your calendar again after that.

web-session-file = Put in your calendar
web-session-file-what = Calendar file (.ics), with the programme as it is now
web-session-changed = Changed. It was { $was }. It is now { $now }.
web-session-cancelled = This session is cancelled. It was at { $was }.
web-session-again = This session goes ahead after all: { $now }.
web-session-on-day = { $day }, { $when }
web-session-of = { $event }
web-modified = According to the programme, last changed { $day }.

web-home-title = Network days
web-home-what = Subscribe your calendar to a day. When the programme changes, your calendar changes too.
web-home-day = Subscribe to the whole day
web-home-day-what = Apple Calendar and other calendars on your device
web-home-other = Or with:
web-home-file = file (.ics)
web-home-groups = By group: file, or address to subscribe to
web-home-own = Want only what you follow yourself? Type /subscribe in the chat with the bot.
web-home-none = There is no network day yet.
web-group-calendar = { $group }, { $event }

web-unknown-title = We do not know this address
web-unknown = Perhaps part of the address got lost. Open the link again from the message it was in.
web-unknown-own = Perhaps part of the address got lost. Type /subscribe in the chat with the bot to get your address again.
web-renewed-title = This address was renewed
web-renewed = There is no calendar at this address any more: a new address has taken its place. Is it your own calendar? Type /subscribe in the chat with the bot to get the new address. Remove the old address from your calendar.
web-no-session-title = This session is not in the programme
web-no-session = The programme of { $event } has no session with this address.
web-session-gone-title = This session is no longer in the programme
web-session-gone = { $session } was in the programme of { $event } and has been taken out.
web-whole-day = Calendar of the whole day
web-method-title = Not possible here
web-method = This address is for reading only.
web-failed-title = Something went wrong
web-failed = The page cannot be made at the moment. Please try again in a minute.

subscribe-button = Subscribe to my calendar
subscribe-renew-button = Renew the address
subscribe-what = Your programme in your own calendar, which then changes with it. Open this page and choose your calendar:
subscribe-share = Whoever knows this address can see your programme. You can share it with your assistant.
subscribe-share-group = Everybody in this group sees this address. Whoever knows it can see the programme of this group.
subscribe-renew = With “{ $button }” you get a new address. The old one then stops working, and you subscribe your calendar again.
subscribe-late = A calendar can be a day behind. Trust this chat on the day itself.
subscribe-renewed = This is your new address. The old address no longer works: remove it from your calendar and subscribe again on this page:
subscribe-file-own = Does the file not open? This page puts your programme in your calendar, where it changes along: { $address }
subscribe-files = Does the file not open? Use these addresses:
subscribe-file = Does the file not open? Use this address: { $address }
menu-help-subscribe = /abonneer or /subscribe: your programme in your calendar, changing along with it
