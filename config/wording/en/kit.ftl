# To get people in: posters, and mail to paste.
kit-poster-group = Scan with your phone and follow { $group } in Telegram. You get a message before it begins, and when something changes.
kit-poster-day = Scan with your phone and ask in Telegram what is where. You get a message before your sessions begin, and when something changes.
kit-poster-day-small = The whole day: what, where and when.
kit-poster-day-name = The day on your phone
kit-mail-group-subject = Subject: follow { $group } on your phone – { $event }
kit-mail-group-text =
    Dear colleagues,

    There is a bot in Telegram that helps you find your way on this day: { $event }. Open this link on your phone and press Start. You then follow { $group }:

    { $url }

    You get a message before it begins, and also when the time or the room changes. You can also ask the bot what is where, for instance: what is on now?

    You need the app Telegram. You do not have to take part: everything is in the programme too. In the bot, /privacy tells what is kept of you, and /forget removes it.
kit-mail-day-subject = Subject: { $event } on your phone
kit-mail-day-text =
    Dear colleagues,

    There is a bot in Telegram that helps you find your way on this day: { $event }. Open this link on your phone and press Start:

    { $url }

    Ask your question in your own words, for instance: what is on now? Or choose with /follow which groups you follow. You then get a message before they begin, and also when the time or the room changes.

    You need the app Telegram. You do not have to take part: everything is in the programme too. In the bot, /privacy tells what is kept of you, and /forget removes it.
