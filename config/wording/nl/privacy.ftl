# Wat er van mensen bewaard wordt, hoe lang, en hoe zij het zien en verwijderen.
privacy-title = { BOLD("Wat ik van u bewaar") }
privacy-responsible = Verantwoordelijk voor deze gegevens is { $controller }.
privacy-responsible-unknown = De organisator heeft nog niet ingevuld wie verantwoordelijk is voor deze gegevens.
privacy-contact = Vragen of een verzoek? { $contact }
privacy-kept = { BOLD($term) }: { $what }.
privacy-term-ended = Tot u ermee stopt of alles verwijdert
privacy-term-event =
    { $days ->
        [one] Tot 1 dag na de netwerkdag
       *[other] Tot { $days } dagen na de netwerkdag
    }
privacy-term-years = { $years } jaar
privacy-term-days =
    { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    }
privacy-what-follows = welke pijlers en themagroepen u volgt
privacy-what-kept-sessions = welke sessies u zelf koos of niet wilt
privacy-what-desk-questions = uw vragen aan de organisatoren, met hun antwoord
privacy-what-attendance = of u op de dag bent, en hoe laat u komt en gaat
privacy-what-settled-overlaps = wat u koos bij sessies op dezelfde tijd
privacy-what-last-questions = uw laatste vraag
privacy-what-feeds = de geheime adressen van uw eigen agenda, gerekend vanaf het vervangen
privacy-what-handed-out = welke sessies er van mij in uw agenda staan
privacy-what-mail-codes = een opgegeven mailadres dat nog niet met een code is bevestigd
privacy-what-mailboxes = uw bevestigde mailadres voor uitnodigingen
privacy-what-roles = uw rol: van welke groep u secretaris of vervanger bent, of bij welke dag u organisator bent
privacy-what-drafts = wijzigingen van het programma die u voorstelde of verstuurde
privacy-what-expected = wat uw volgende bericht kan zijn, als ik u iets vroeg
privacy-what-broadcasts = berichten aan velen die u schreef
privacy-what-outbox = welke berichten ik u stuurde, niet de tekst
privacy-what-inbox = uw berichten zoals Telegram ze doorgeeft, met uw naam bij Telegram
privacy-what-sign-ups = uw aanmeldingen, met de naam en gemeente die u zelf koos
privacy-what-chats = uw chat (nummer bij Telegram, taal, instellingen), gerekend vanaf uw laatste bericht
privacy-what-else = andere gegevens over uw chat ({ $table })
privacy-telegram = Wat u hier schrijft, ziet en bewaart ook Telegram. Dat is een bedrijf buiten de Europese Unie, met eigen regels: telegram.org/privacy. Schrijf hier niets dat vertrouwelijk is.
privacy-see = Zien wat ik bewaar: /mijngegevens.
privacy-remove = Alles verwijderen: /vergeet.
privacy-following = Wat u volgt, geldt ook voor de volgende netwerkdag. Stoppen kan met /volg. Schrijft u twee jaar niets, dan verwijder ik alles.
privacy-file = Dit is alles wat ik van deze chat bewaar. Tijden staan er met hun tijdzone in.
privacy-sure = Wilt u alles verwijderen wat ik van u bewaar?
privacy-sure-what = Wat u volgt en koos, uw instellingen, uw aanmeldingen, uw mailadres en uw eigen agenda-adres gaan dan weg. U krijgt geen berichten meer. Dit kan niet ongedaan worden gemaakt.
privacy-sure-role = Uw rol vervalt. Wat u aan velen stuurde, komt gewoon aan; de organisatie kan het nog stoppen, verbeteren en weghalen, zonder dat daarbij staat wie u bent. Wat voor later klaarstaat, gaat niet uit.
privacy-button-forget = Verwijder alles
privacy-button-keep = Bewaar alles
privacy-forgotten = Alles wat ik van u bewaarde, is verwijderd. Met /start begint u opnieuw.
privacy-forgotten-telegram = De berichten in deze chat staan nog bij Telegram. Die kunt u zelf verwijderen.
privacy-not-forgotten = Er is niets verwijderd.
