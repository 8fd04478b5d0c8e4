# One's own day in one message, the evening before or in the morning.
brief-tomorrow = Tomorrow: { BOLD($event) }.
brief-today = Today: { BOLD($event) }.
brief-later = { BOLD($event) }.
brief-overlap = At { $times } you have more than one session. Choose with /mijn.
brief-address = Address: { $address }
brief-offer = You have not chosen anything yet. Follow a pijler or themagroep and you get a message before it begins.
brief-settings = This message at another time, or never again: /settings.
