# The picture of the day, and the same list as text.
menu-help-picture = /rooster or /timetable: the whole day as a picture, with what you chose marked
picture-button = Show as a picture
picture-button-day = Picture of { $day }
picture-title = { $title } in { $city }
picture-part = { $day }, part { $number } of { $count }
picture-now = now { $time }
picture-own = your choice
picture-changed = changed
picture-new = new
picture-online = online
picture-from = from { $from }
picture-span = { $from } to { $until }
picture-elsewhere = no room stated
picture-legend-own = What you chose has a thick border and a tick.
picture-legend-time = The row tells the start. Each session lasts until the next row, unless it says otherwise.
picture-caption = { BOLD($event) }, { $day }, as a picture.
picture-caption-own = { $count ->
    [one] One session that you chose is marked.
   *[other] { $count } sessions that you chose are marked.
  }
picture-caption-now = The line is the present moment: { $time }.
picture-caption-below = The same list is below, as text.
picture-caption-part = Part { $number } of { $count }.
picture-list = { BOLD($event) }, { $day }
picture-too-large = The day is too large for a picture that can still be read. It is in /programme as text.
picture-empty = There are no sessions in this programme yet, so there is nothing to picture.
