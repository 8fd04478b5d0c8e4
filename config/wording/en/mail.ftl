# Invitations by mail, and what the chat says about them.
mail-subject-new = Invitation: { $name }, { $day }, { $time }
mail-subject-changed = Changed: { $name }, { $day }, { $time }
mail-subject-off = Cancelled: { $name }, { $day }, { $time }
mail-subject-not-mine = No longer in your programme: { $name }, { $day }, { $time }
mail-session = { $name }: { $day }, { $when }.
mail-not-mine = This is no longer in your programme. { $session } It does go ahead.
mail-invite-open = The invitation comes with this message. Most calendars add it by themselves.
mail-why = You get this message because you gave this mail address in the chat of { $event }.
mail-stop-how = No more of these? Type in the chat: stop mail.

mail-code-subject = Your code for the calendar by mail
mail-code = { $code } is your code for { $event }.
mail-code-typed = Type the code in the chat within 15 minutes. After that you get your calendar at this address.
mail-code-else = Did you not ask for a code? Then you need do nothing: without the code you get no messages.

mail-which-address = At which mail address do you want the invitations? Type the address below.
mail-no-address = I cannot use this as a mail address. Type an address such as jan@stad.nl.
mail-code-sent = I am sending a code of six digits to { $address }. Type that code here.
mail-code-valid = The code works for 15 minutes. Nothing there? Look in the junk mail too.
mail-code-wrong = That code is not right. Look in the mail again and type the six digits once more.
mail-code-worn = That code is not right, and does not work any more. Ask for a new code.
mail-too-many = Too many codes were asked for. Try again in an hour.
mail-connected = Done. From now on { BOLD($address) } gets an invitation for each item in your programme.
mail-connected-more = When something changes you get a new one. With /volg you choose what is in your programme.
mail-stopped = You get no more invitations by mail. I deleted the address { $address }. What is in your calendar stays there and no longer changes along.
mail-not-on = You did not get invitations by mail.
mail-not-set-up = There are no invitations by mail: the organisers have not set that up. /ics gives you a file for your calendar.
mail-only-private = You can ask for invitations by mail only in a chat of your own with me, not in a group.
mail-failed = Mail to { $address } does not arrive: the mail server refuses it. So I send nothing there any more. Choose the button to give another address.
mail-button = Invitations by mail
mail-button-stop = Stop invitations by mail
