# In groups on Telegram.
groups-private = This is personal. Ask it in a chat of your own with me: then only you see the answer.
groups-button-private = Open your own chat
groups-only-administrators = Only administrators of this group can choose that. Please ask one of them. For yourself you can do it in a chat of your own with me.
groups-anonymous = You write as the group itself, so I cannot see whether you are an administrator. Turn “Remain anonymous” off in your administrator rights, and try again. You can turn it back on afterwards.
groups-unsure = I could not check with Telegram whether you are an administrator of this group. Please try again later.
groups-stopped = This group follows nothing any more and gets no more messages. With /follow an administrator can choose again.
groups-stop-private = Want no more messages? With /follow you choose what to stop following, with /settings you turn reminders off. With /forget I remove everything I keep about you.
