# De controle van een dag, voor de organisatie.
check-title = Controle van { BOLD($event) }
check-state-draft = Deze dag is nog een ontwerp: er gaat niets uit voordat hij is gepubliceerd.
check-state-closed = Deze dag is afgesloten: er gaat niets meer uit.
check-nothing = Er is niets gevonden dat nog niet goed is.
check-error =
    { $count ->
        [one] { BOLD("Dit kan zo niet:") }
       *[other] { BOLD("Deze dingen kunnen zo niet:") }
    }
check-warning =
    { $count ->
        [one] { BOLD("Kijk hier nog naar:") }
       *[other] { BOLD("Kijk hier nog naar:") }
    }
check-note =
    { $count ->
        [one] { BOLD("Dit is nog niet ingevuld:") }
       *[other] { BOLD("Dit is nog niet ingevuld:") }
    }
check-room-twice =
    Twee dingen tegelijk in { $room }: { $first } en { $second }, van { $start } tot { $until } uur ({ $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }).
check-speaker-twice =
    { $name } staat op twee plekken tegelijk: { $first } en { $second }, van { $start } tot { $until } uur ({ $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }).
check-competing = { $first } en { $second } zijn tegelijk om { $time } uur, en { $count } mensen volgen allebei.
check-better = Beter: { $session } van { $start } tot { $until } uur, { $where }. Dan heeft niemand van hen iets anders.
check-no-better = Een andere tijd waarop zij allemaal kunnen en een zaal vrij is, is er niet.
check-in = in { $room }
check-other-day = Niet op een dag van dit evenement: { $sessions }.
check-unknown = Het programma verwijst naar { $name }, en dat bestaat niet.
check-unknown-at = { $session } verwijst naar { $name }, en dat bestaat niet.
check-no-room = Geen zaal: { $sessions }.
check-outside-slot = Duurt langer dan de tijd in het rooster: { $sessions }.
check-no-secretary = Geen secretaris die meedoet, dus alleen de organisatie kan wijzigen: { $groups }. Nodig iemand uit met /uitnodigen.
check-no-contact = Geen secretaris of ander contact in het programma: { $sessions }.
check-no-text = Geen toelichting: { $sessions }.
check-no-end = Geen eindtijd: { $sessions }.
check-session = { $session } ({ $time })
check-more = { $count } andere
check-test-message = Dit is een proefbericht voor { $event }. Het komt aan: u hoeft niets te doen.
