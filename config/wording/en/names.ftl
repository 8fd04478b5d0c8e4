# Names of things, as they stand inside other sentences.
name-themagroep = themagroep { $title }
name-pijler = pijler { $title }
name-themasessie = theme session { $title }
name-gloss = { $name } ({ $gloss })
name-room = room { $number }
name-room-said = room (zaal) { $number }
name-room-named = { $name } (room { $number })
name-online = online
name-and = { $first } and { $second }
name-or = { $first } or { $second }
name-room-inside = the { $name }
# The article of an item that is a common noun.
name-the = the { $name }
