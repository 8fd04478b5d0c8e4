# What is pushed before a session starts, or shortly after. It is read in a corridor: what, when, where.
reminder-one =
    { $minutes ->
        [one] In { $minutes } minute: { BOLD($name) }, { $time }{ $where }.
       *[other] In { $minutes } minutes: { BOLD($name) }, { $time }{ $where }.
    }
reminder-one-now = Starting now: { BOLD($name) }, { $time }{ $where }.
reminder-one-started = { BOLD($name) } has just started{ $where }.
reminder-one-late =
    { $minutes ->
        [one] { BOLD($name) } started { $minutes } minute ago{ $where }.
       *[other] { BOLD($name) } started { $minutes } minutes ago{ $where }.
    }

reminder-several =
    { $minutes ->
        [one] In { $minutes } minute, at { $time }, these start in your programme:
       *[other] In { $minutes } minutes, at { $time }, these start in your programme:
    }
reminder-several-now = Starting now, at { $time }, in your programme:
reminder-several-started = Just started in your programme, at { $time }:
reminder-several-late =
    { $minutes ->
        [one] Started { $minutes } minute ago in your programme, at { $time }:
       *[other] Started { $minutes } minutes ago in your programme, at { $time }:
    }
reminder-item = { BOLD($name) }{ $where }

reminder-where = , { $place }
reminder-where-not-stated = The programme gives no room.
reminder-where-read = That is the room by our reading of the table in the programme.
reminder-where-read-several = The rooms are by our reading of the table in the programme.
reminder-provisional = Provisional: it is not yet certain that this will go ahead.
reminder-item-provisional = { $item } (provisional)
reminder-coming-from = Your previous item, { $name }, is in { $place }.
reminder-repeated = { $sentence } (repeated)

reminder-button-session = More on { $name }
reminder-button-calendar = Add to calendar: { $name }
