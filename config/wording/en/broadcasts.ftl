# Messages to many, and holding everything that goes out.
broadcast-from = From: { $role }
broadcast-from-corrected = From: { $role } (corrected)
broadcast-repeated = { $sentence } (repeated)
broadcast-moment = { $day } at { $time }
broadcast-moment-today = { $time }
broadcast-photo = photo without text
broadcast-document = document without text
broadcast-ask = Send me the message now: text, a photo or a document, with or without formatting. You first see how it arrives and with how many people. Nothing goes out until you confirm.
broadcast-ask-correction = Send me the corrected text now, or another photo or document. With text alone, a photo or document stays. With a photo or document alone, the text stays. You first see how it arrives. Nothing changes until you confirm.
broadcast-ask-time = When is the message to go out? Type for instance 14.30, or tomorrow 9.00.
broadcast-no-time = I read no time in that. Type for instance 14.30, or tomorrow 9.00.
broadcast-time-past = It cannot go out at that moment: { $moment }. Choose a time that is still to come, at most a year ahead, and name the day if need be.
broadcast-too-long = Your message is { $excess } characters too long. With the line under it that says whom it is from, { $longest } characters fit in a message. Make it shorter and send it again.
broadcast-too-long-caption = The text with your photo or document is { $excess } characters too long. With the line under it that says whom it is from, { $longest } characters fit. Make the text shorter and send all of it again, or send the text as a message of its own.
broadcast-not-sendable = I cannot send this to many. What I can send: text, one photo or one document, with text if you like. Send that as your next message.
broadcast-refused = Telegram does not take this message as it is. Nothing was sent. Start again with /broadcast and send the text without formatting, or the photo or document anew.
broadcast-over-old = This button belongs to an older version of your message and does nothing any more. Use the buttons under the latest version.
broadcast-over-ready = This message is ready already and goes out at its time. This button does nothing any more.
broadcast-over-sent = This message was sent already. This button does nothing any more. The button “How does it stand?” tells how it stands.
broadcast-over-left = You had left this message. Nothing goes out. Make a new one with /broadcast.
broadcast-over-ended = This message was stopped or withdrawn. This button does nothing any more.
broadcast-over-gone = This message is not there (any more). Make a new one with /broadcast.
broadcast-over-overtaken = This message was corrected meanwhile. Your correction did not go out. See with “How does it stand?” what the message is now, or choose “Change the text” and send your correction again.
broadcast-left = All right. Nothing goes out.
broadcast-tested = You get the message yourself now, as others get it. Others get nothing yet.
broadcast-preview = This is how your message arrives. Nothing goes out yet.
broadcast-not-published = The programme of this day is not published. That is why nothing goes out.
broadcast-to-nobody = To: not chosen yet. First choose whom the message goes to.
broadcast-to-groups = To: who follows { $groups }.
broadcast-to-groups-any = To: who follows one or more groups.
broadcast-to-programme = To: who has a session of { $groups } in their own programme.
broadcast-to-programme-any = To: who has a session of one or more groups in their own programme.
broadcast-to-all = To: all participants. They are who is there, follows or chose something, or opened the bot for this day; not who said to stay away.
broadcast-people = { $count ->
    [one] 1 person
   *[other] { $count } people
 }
broadcast-people-and-groups = { $people } and { $count ->
    [one] 1 group chat
   *[other] { $count } group chats
 }
broadcast-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
 }
broadcast-minutes = { $count } minutes
broadcast-reach = Reaches { $who }. Sending takes about { $length }.
broadcast-reach-nobody = Reaches nobody. Choose somebody else, or leave it.
broadcast-planned-for = Goes out on { $moment }, once you confirm. Whom it goes to is decided at that moment.
broadcast-at-night = Mind: that is at night.
broadcast-after-day = Mind: the day is over then.
broadcast-loud = It arrives with a sound.
broadcast-silent = It arrives without a sound.
broadcast-which-group-groups = To who follows which group?
broadcast-which-group-programme = To who has a session of which group in their own programme?
broadcast-correction = This is how the corrected message arrives. Nothing has changed yet.
broadcast-correction-of = It is about: “{ $excerpt }”
broadcast-correction-reach = { $count ->
    [0] Nobody has the message yet. Who still gets it, gets the corrected message.
    [one] 1 recipient has the message already. Who still gets it, gets the corrected message.
   *[other] { $count } recipients have the message already. Who still gets it, gets the corrected message.
 }
broadcast-correction-how = Correcting the message itself makes no sound: who read it already does not notice. If it is urgent, send the corrected message as a new message as well.
broadcast-correction-reach-stopped = { $count ->
    [0] Sending was stopped, and nobody has the message. Correcting changes nothing. /broadcast makes a new message.
    [one] 1 recipient has the message. Sending was stopped: who does not have it, does not get it any more.
   *[other] { $count } recipients have the message. Sending was stopped: who does not have it, does not get it any more.
 }
broadcast-correction-file-stays = The photo or document stays as it was.
broadcast-correction-file-added = A photo or document is added to the message.
broadcast-correction-file-replaced = The new photo or document takes the place of what people have now.
broadcast-started = { $count ->
    [one] The message now goes out to 1 recipient. Below you see how it stands.
   *[other] The message now goes out to { $count } recipients. Below you see how it stands.
 }
broadcast-correcting = { $count ->
    [0] The corrected message is going out. Below you see how it stands.
    [one] The message is now corrected with 1 recipient. Below you see how it stands.
   *[other] The message is now corrected with { $count } recipients. Below you see how it stands.
 }
broadcast-scheduled = The message “{ $excerpt }” is ready for { $moment }.
broadcast-no-longer-allowed = Your message “{ $excerpt }” stood ready but was not sent: its time was long past, or you no longer have the role that it takes. /broadcast makes it anew.
broadcast-withdraw = { $count ->
    [one] Remove the message “{ $excerpt }” from 1 recipient?
   *[other] Remove the message “{ $excerpt }” from { $count } recipients?
 }
broadcast-withdraw-limits = What was not sent yet does not go out any more. Who has read it, has read it. Telegram only lets messages be removed that are less than 48 hours old.
broadcast-is-going = The message is going out: “{ $excerpt }”
broadcast-is-sent = The message was sent: “{ $excerpt }”
broadcast-is-corrected-going = The corrected message is going out: “{ $excerpt }”
broadcast-is-corrected = The corrected message was sent: “{ $excerpt }”
broadcast-is-stopped-going = Stopped. What was on its way still arrives: “{ $excerpt }”
broadcast-is-stopped = Stopped: “{ $excerpt }”
broadcast-is-withdrawn-going = The message is being removed: “{ $excerpt }”
broadcast-is-withdrawn = The message was removed: “{ $excerpt }”
broadcast-message-arrived = Delivered: { $count } of { $total }.
broadcast-message-waiting = Under way: { $count }.
broadcast-message-blocked = Blocked: { $count }. They want no messages from this bot, or their chat is gone.
broadcast-message-unsure = Perhaps delivered: { $count }. Telegram gave no answer.
broadcast-message-late = Not sent in time: { $count }.
broadcast-message-withdrawn = Not sent any more: { $count }.
broadcast-message-failed = Failed: { $count }. Why, in Telegram’s words: { $why }.
broadcast-edit-arrived = Corrected in the message itself: { $count } of { $total }.
broadcast-edit-waiting = Still to be corrected: { $count }.
broadcast-edit-blocked = Not corrected, as they blocked: { $count }.
broadcast-edit-unsure = Perhaps corrected: { $count }. Telegram gave no answer.
broadcast-edit-late = Not corrected in time: { $count }.
broadcast-edit-withdrawn = Not corrected any more: { $count }.
broadcast-edit-failed = Could not be corrected: { $count }. Why, in Telegram’s words: { $why }.
broadcast-removal-arrived = Removed: { $count } of { $total }.
broadcast-removal-waiting = Still to be removed: { $count }.
broadcast-removal-blocked = Not removed, as they blocked: { $count }.
broadcast-removal-unsure = Perhaps removed: { $count }. Telegram gave no answer.
broadcast-removal-late = Not removed in time: { $count }.
broadcast-removal-withdrawn = Not removed any more: { $count }.
broadcast-removal-failed = Could not be removed: { $count }. Why, in Telegram’s words: { $why }.
broadcast-paused = Everything that goes out has been held since { $time }. An organiser lets it go on with /resume.
broadcast-all-paused = Everything that goes out has been held since { $moment }.
broadcast-all-waiting = { $count ->
    [0] Nothing waits now.
    [one] 1 message waits.
   *[other] { $count } messages wait.
 }
broadcast-all-answers = Questions are answered as usual. Going on: /resume.
broadcast-resumed = Everything goes out again.
broadcast-resumed-waiting = { $count ->
    [0] Nothing waited.
    [one] 1 message waited; it goes out now, if it is still of use.
   *[other] { $count } messages waited; they go out now, if they are still of use.
 }
broadcast-not-paused = Nothing was held. Everything goes out as usual. Holding it: /pause.
broadcast-button-send = Send now
broadcast-button-silent = Without a sound
broadcast-button-loud = With a sound after all
broadcast-button-time = Send at a time
broadcast-button-other-time = Choose another time
broadcast-button-ready = Make ready for { $moment }
broadcast-button-test = Test to myself
broadcast-button-text = Change the text
broadcast-button-leave = Leave it, send nothing
broadcast-button-leave-scheduled = Take this message back, send nothing
broadcast-button-one-group = Choose one group
broadcast-button-to-groups = To who follows one or more groups
broadcast-button-to-groups-own = To who follows my groups
broadcast-button-to-groups-group = To who follows { $group }
broadcast-button-to-programme = To who has a session of a group in their programme
broadcast-button-to-programme-own = To who has a session of my groups in their programme
broadcast-button-to-programme-group = To who has a session of { $group } in their programme
broadcast-button-to-all = To all participants
broadcast-button-stop = Stop sending
broadcast-button-report = How does it stand?
broadcast-button-last = How does my last message stand?
broadcast-button-of-other = How does “{ $excerpt }” stand?
broadcast-button-of-ready = Ready for { $moment }: “{ $excerpt }”
broadcast-button-correct = Correct this message
broadcast-button-replace = Correct the message itself
broadcast-button-anew = Correct, and also send as a new message
broadcast-button-withdraw = Remove this message
broadcast-button-remove = Yes, remove it everywhere
broadcast-button-resume = Let everything go out again
