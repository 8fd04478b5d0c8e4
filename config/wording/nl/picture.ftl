# Het plaatje van de dag, en dezelfde lijst als tekst.
menu-help-picture = /rooster: de hele dag als plaatje, met uw keuze gemarkeerd
picture-button = Toon als plaatje
picture-button-day = Plaatje van { $day }
picture-title = { $title } in { $city }
picture-part = { $day }, deel { $number } van { $count }
picture-now = nu { $time }
picture-own = uw keuze
picture-changed = gewijzigd
picture-new = nieuw
picture-online = online
picture-from = vanaf { $from }
picture-span = { $from } tot { $until }
picture-elsewhere = geen zaal vermeld
picture-legend-own = Uw keuze heeft een dikke rand en een vinkje.
picture-legend-time = De rij geeft het begin aan. Elke sessie duurt tot de volgende rij, tenzij er iets anders staat.
picture-caption = { BOLD($event) }, { $day }, als plaatje.
picture-caption-own = { $count ->
    [one] Eén sessie van uw keuze is gemarkeerd.
   *[other] { $count } sessies van uw keuze zijn gemarkeerd.
  }
picture-caption-now = De streep is het moment van nu: { $time } uur.
picture-caption-below = Dezelfde lijst staat hieronder als tekst.
picture-caption-part = Deel { $number } van { $count }.
picture-list = { BOLD($event) }, { $day }
picture-too-large = De dag is te groot voor een plaatje dat u nog kunt lezen. Als tekst staat hij in /programma.
picture-empty = In dit programma staan nog geen sessies, dus er is geen plaatje van te maken.
