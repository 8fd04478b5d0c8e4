# Uitnodigingen per mail, en wat de chat erover zegt.
mail-subject-new = Uitnodiging: { $name }, { $day }, { $time } uur
mail-subject-changed = Gewijzigd: { $name }, { $day }, { $time } uur
mail-subject-off = Gaat niet door: { $name }, { $day }, { $time } uur
mail-subject-not-mine = Niet meer in uw programma: { $name }, { $day }, { $time } uur
mail-session = { $name }: { $day }, { $when }.
mail-not-mine = Dit staat niet meer in uw programma. { $session } Het gaat wel door.
mail-invite-open = De uitnodiging zit bij dit bericht. De meeste agenda's zetten haar er zelf in.
mail-why = U krijgt dit bericht omdat u in de chat van { $event } dit mailadres gaf.
mail-stop-how = Wilt u deze berichten niet meer? Typ in de chat: stop de mail.

mail-code-subject = Uw code voor de agenda per mail
mail-code = { $code } is uw code voor { $event }.
mail-code-typed = Typ de code binnen 15 minuten in de chat. Daarna krijgt u uw agenda op dit mailadres.
mail-code-else = Hebt u niet om een code gevraagd? Dan hoeft u niets te doen: zonder de code krijgt u geen berichten.

mail-which-address = Op welk mailadres wilt u de uitnodigingen? Typ het adres hieronder.
mail-no-address = Dit is geen mailadres dat ik kan gebruiken. Typ een adres zoals jan@stad.nl.
mail-code-sent = Ik stuur een code van zes cijfers naar { $address }. Typ die code hier.
mail-code-valid = De code werkt 15 minuten. Niets gekregen? Kijk ook bij de ongewenste mail.
mail-code-wrong = Die code is niet goed. Kijk nog eens in de mail en typ de zes cijfers opnieuw.
mail-code-worn = Die code is niet goed, en werkt nu niet meer. Vraag een nieuwe code aan.
mail-too-many = Er zijn nu te veel codes aangevraagd. Probeer het over een uur opnieuw.
mail-connected = Goed. Vanaf nu krijgt u op { BOLD($address) } een uitnodiging voor elk onderdeel van uw programma.
mail-connected-more = Wijzigt er iets, dan krijgt u een nieuwe. Met /volg kiest u wat er in uw programma staat.
mail-stopped = U krijgt geen uitnodigingen per mail meer. Het adres { $address } heb ik gewist. Wat al in uw agenda staat, blijft staan en verandert niet meer mee.
mail-not-on = U kreeg geen uitnodigingen per mail.
mail-not-set-up = Uitnodigingen per mail zijn er niet: de organisatie heeft dat niet ingesteld. Met /ics krijgt u een bestand voor uw agenda.
mail-only-private = Uitnodigingen per mail kunt u alleen in een eigen chat met mij aanvragen, niet in een groep.
mail-failed = De mail naar { $address } komt niet aan: de mailserver weigert hem. Daarom stuur ik daar niets meer naartoe. Kies de knop om een ander adres te geven.
mail-button = Uitnodigingen per mail
mail-button-stop = Stop de uitnodigingen per mail
