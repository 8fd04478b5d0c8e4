# What is pushed before a session starts, or shortly after. It is read in a corridor: what, when, where.
reminder-one =
    { $minutes ->
        [one] Over { $minutes } minuut: { BOLD($name) }, { $time } uur{ $where }.
       *[other] Over { $minutes } minuten: { BOLD($name) }, { $time } uur{ $where }.
    }
reminder-one-now = Begint nu: { BOLD($name) }, { $time } uur{ $where }.
reminder-one-started = { BOLD($name) } is net begonnen{ $where }.
reminder-one-late =
    { $minutes ->
        [one] { BOLD($name) } is { $minutes } minuut geleden begonnen{ $where }.
       *[other] { BOLD($name) } is { $minutes } minuten geleden begonnen{ $where }.
    }

reminder-several =
    { $minutes ->
        [one] Over { $minutes } minuut, om { $time } uur, beginnen in uw programma:
       *[other] Over { $minutes } minuten, om { $time } uur, beginnen in uw programma:
    }
reminder-several-now = Om { $time } uur, nu dus, beginnen in uw programma:
reminder-several-started = Net begonnen in uw programma, om { $time } uur:
reminder-several-late =
    { $minutes ->
        [one] { $minutes } minuut geleden begonnen in uw programma, om { $time } uur:
       *[other] { $minutes } minuten geleden begonnen in uw programma, om { $time } uur:
    }
reminder-item = { BOLD($name) }{ $where }

reminder-where = , { $place }
reminder-where-not-stated = De zaal staat niet in het programma.
reminder-where-read = Dat is de zaal volgens onze lezing van de tabel in het programma.
reminder-where-read-several = De zalen zijn volgens onze lezing van de tabel in het programma.
reminder-provisional = Onder voorbehoud: het is nog niet zeker dat dit doorgaat.
reminder-item-provisional = { $item } (onder voorbehoud)
reminder-coming-from = Uw vorige onderdeel, { $name }, is in { $place }.
reminder-repeated = { $sentence } (herhaald)

reminder-button-session = Meer over { $name }
reminder-button-calendar = Zet in agenda: { $name }
