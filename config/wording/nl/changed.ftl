# Wat er in een sessie is gewijzigd.
changed-note = Gewijzigd om { $time } uur: { $what }.
changed-of = { $session }, gewijzigd om { $time } uur: { $what }.
changed-new = Toegevoegd aan het programma om { $time } uur.
changed-new-of = { $session } is om { $time } uur aan het programma toegevoegd.
changed-gone = { $session } staat sinds { $time } uur niet meer in het programma (was { $was }).
changed-now = nu { $now } (was { $was })
changed-room-new = nu { $now } (er was nog geen zaal)
changed-no-room = niet meer in { $was }
changed-not-online = niet meer online
changed-span = { $start } tot { $end } uur
changed-from = vanaf { $start } uur
changed-cancelled = gaat niet door
changed-back = gaat toch door
changed-provisional = nu onder voorbehoud
changed-certain = niet meer onder voorbehoud
changed-people = de sprekers
changed-rest = de toelichting
