# Antwoorden in andere chats: @bot en dan de vraag.
inline-now = Wat is er nu?
inline-next = Wat is er straks?
