# What changed in a session.
changed-note = Changed at { $time }: { $what }.
changed-of = { $session }, changed at { $time }: { $what }.
changed-new = Added to the programme at { $time }.
changed-new-of = { $session } was added to the programme at { $time }.
changed-gone = { $session } is no longer in the programme since { $time } (was { $was }).
changed-now = now { $now } (was { $was })
changed-room-new = now { $now } (there was no room yet)
changed-no-room = no longer in { $was }
changed-not-online = no longer online
changed-span = { $start } to { $end }
changed-from = from { $start }
changed-cancelled = cancelled
changed-back = goes ahead after all
changed-provisional = now provisional
changed-certain = no longer provisional
changed-people = the speakers
changed-rest = the description
