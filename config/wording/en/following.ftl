# Following pijlers and theme groups.
follow-list = Choose below what you want to follow. You then get a message { $lead } minutes before the start.
follow-list-off = Choose below what you want to follow. Messages before the start are off.
follow-list-pijler = If you follow a pijler (pillar), you also follow the theme groups of that pijler.
follow-list-more = Not all groups fit here. Another group? Type /follow with its name.
follow-list-nothing = You do not follow anything yet.
follow-list-followed = You follow: { $groups }.
follow-list-no-groups = This programme has no groups to follow.
follow-button = Follow { $group }
follow-button-on = Following: { $group }
follow-name-pijler = pijler { $name }
follow-name-themagroep = { $name }
follow-done = You follow { BOLD($group) }.
follow-done-and = You follow { BOLD($group) } and { $count ->
        [one] its theme group
       *[other] its { $count } theme groups
    }.
follow-not = You do not follow { BOLD($group) }.
follow-stopped = You no longer follow { BOLD($group) }.
follow-stopped-and = You no longer follow { BOLD($group) } and its theme groups.
follow-comes = { $session }: { $when }. You get a message { $lead } minutes before the start.
follow-comes-now = { $session } is on now: { $when }.
follow-comes-off = { $session }: { $when }.
follow-comes-not = This group does not meet any more in this programme.
follow-unknown = I do not know the group { $group }. Choose below.
follow-ics = Calendar: { $session }
