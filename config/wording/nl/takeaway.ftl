# Meenemen: de eigen dag als document.
takeaway-title = Uw programma: { $event }
takeaway-moment = Volgens het programma zoals het was op { $day } om { $time } uur.
takeaway-sessions = Uw sessies
takeaway-contacts = Contactpersonen
takeaway-papers = Stukken
takeaway-of-the-day = De hele dag
takeaway-ibabs = De stukken staan in iBabs.
takeaway-link = Link, alleen voor u: { $link }
takeaway-page = Bladzijde { "{page}" } van { "{pages}" }
takeaway-file = meenemen-{ $event }.pdf
takeaway-done =
    { $count ->
        [one] Uw programma om mee te nemen: 1 sessie, met de contactpersonen.
       *[other] Uw programma om mee te nemen: { $count } sessies, met de contactpersonen.
    }
takeaway-done-papers =
    { $count ->
        [one] Uw programma om mee te nemen: 1 sessie, met de contactpersonen en de namen van de stukken. De stukken zelf kreeg u in deze chat.
       *[other] Uw programma om mee te nemen: { $count } sessies, met de contactpersonen en de namen van de stukken. De stukken zelf kreeg u in deze chat.
    }
takeaway-nothing = U koos nog geen sessies voor { $event }. Volg een groep, of kies sessies in het programma. Dan maak ik er een document van om mee te nemen.
takeaway-failed = Het document kon ik nu niet maken. Probeer het straks nog eens. Uw sessies staan ook in /mijn.
