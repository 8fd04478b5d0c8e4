# What is kept of people, how long, and how they see and remove it.
privacy-title = { BOLD("What I keep about you") }
privacy-responsible = { $controller } is responsible for these data.
privacy-responsible-unknown = The organiser has not yet filled in who is responsible for these data.
privacy-contact = Questions or a request? { $contact }
privacy-kept = { BOLD($term) }: { $what }.
privacy-term-ended = Until you stop or remove everything
privacy-term-event =
    { $days ->
        [one] Until 1 day after the network day
       *[other] Until { $days } days after the network day
    }
privacy-term-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
privacy-term-days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
privacy-what-follows = which pijlers and themagroepen you follow
privacy-what-kept-sessions = which sessions you chose or do not want
privacy-what-desk-questions = your questions to the organisers, with their answers
privacy-what-attendance = whether you are there on the day, and when you come and go
privacy-what-settled-overlaps = what you chose between sessions at the same time
privacy-what-last-questions = your last question
privacy-what-feeds = the secret addresses of your own calendar, counted from their replacement
privacy-what-handed-out = which sessions your calendar has from me
privacy-what-mail-codes = a mail address that you gave and have not yet confirmed with a code
privacy-what-mailboxes = your confirmed mail address for invitations
privacy-what-roles = your role: of which group you are secretary or stand-in, or at which day you are an organiser
privacy-what-drafts = changes of the programme that you proposed or sent
privacy-what-expected = what your next message may be, when I asked you something
privacy-what-broadcasts = messages to many that you wrote
privacy-what-outbox = which messages I sent you, not their text
privacy-what-inbox = your messages as Telegram passes them on, with your name on Telegram
privacy-what-sign-ups = what you signed up for, with the name and city you chose to give
privacy-what-chats = your chat (its number on Telegram, language, settings), counted from your last message
privacy-what-else = other data about your chat ({ $table })
privacy-telegram = Telegram also sees and keeps what you write here. It is a company outside the European Union with rules of its own: telegram.org/privacy. Write nothing confidential here.
privacy-see = See what I keep: /mydata.
privacy-remove = Remove everything: /forget.
privacy-following = What you follow also holds for the next network day. You can stop with /follow. If you write nothing for two years, I remove everything.
privacy-file = This is all I keep about this chat. Times are given with their time zone.
privacy-sure = Do you want to remove everything I keep about you?
privacy-sure-what = What you follow and chose, your settings, what you signed up for, your mail address and the address of your own calendar will be gone. You will get no more messages. This cannot be undone.
privacy-sure-role = Your role ends. What you sent to many still arrives; the organisers can stop, correct and remove it, and it does not say who you are. What stands ready for later is not sent.
privacy-button-forget = Remove everything
privacy-button-keep = Keep everything
privacy-forgotten = Everything I kept about you has been removed. Send /start to begin anew.
privacy-forgotten-telegram = The messages in this chat are still with Telegram. You can delete those yourself.
privacy-not-forgotten = Nothing was removed.
