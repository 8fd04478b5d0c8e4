# Names of things, as they stand inside other sentences.
name-themagroep = themagroep { $title }
name-pijler = pijler { $title }
name-themasessie = themasessie { $title }
name-gloss = { $name }
name-room = zaal { $number }
name-room-said = zaal { $number }
name-room-named = { $name } (zaal { $number })
name-online = online
name-and = { $first } en { $second }
name-or = { $first } of { $second }
name-room-inside = de { $name }
# The article of an item that is a common noun: "de lunch", "het gesprek".
name-the = { $kind ->
    [talk] het { $name }
   *[other] de { $name }
}
