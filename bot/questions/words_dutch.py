"""The words of questions in Dutch."""

from typing import Final

from bot.questions.query import Ask
from bot.questions.words import Table

DUTCH: Final = Table(
    signals={
        Ask.CLOCK: "hoe laat is het",
        Ask.WHERE: (
            "waar, waarheen, in welke zaal, welke zaal, wat voor zaal, waar moet ik heen, waar moet ik naartoe, "
            "welke ruimte, welk zaaltje, locatie, plek, naar welke zaal"
        ),
        Ask.WHEN: (
            "herinner mij niet, herinner me niet, niet herinneren, "
            "wanneer, hoe laat, hoelaat, welk tijdstip, welke tijd, tijd, tijdstip, begint, beginnen, start, "
            "starten, aanvang, begintijd, starttijd, vanaf wanneer, om hoe laat, van hoe laat"
        ),
        Ask.UNTIL: (
            "eindigt, eindigen, tot wanneer, tot hoe laat, hoe laat klaar, klaar, afgelopen, eindtijd, stopt, "
            "stoppen, afloopt, einde van, wanneer is het einde, is uit, ophoudt, houdt op, uitloopt, eindigd"
        ),
        Ask.DURATION: ("hoe lang, hoelang, duurt, duur, tijdsduur, hoeveel minuten, hoeveel tijd, hoe lang duurt"),
        Ask.RUNNING: (
            "nog bezig, al bezig, al begonnen, begonnen, al gestart, gestart, al afgelopen, al klaar, al voorbij, "
            "voorbij, al geweest, nog aan de gang, nog gaande, al aan de gang, al gaande, al uit, al geeindigd, "
            "hoe lang nog, hoelang nog, hoeveel minuten nog, hoeveel tijd nog, over hoeveel minuten, over hoe lang, "
            "al weg, al vertrokken, al aan het woord, bijna klaar, bijna afgelopen, bijna voorbij, bijna uit"
        ),
        Ask.COUNT: "hoeveel, aantal, hoe veel",
        Ask.WHO: (
            "wie, spreker, sprekers, spreekt, spreken, presenteert, presenteren, gast, gasten, gastspreker, "
            "gastsprekers, inleider, inleiders, wie komt, wie komen, wie is er, wie zijn er, aanwezig, vertelt, "
            "wie geeft, aan het woord, welke spreker, trapt af, aftrap, opent, introduceert, verzorgt, "
            "vertellen, inleiding, sluit aan"
        ),
        Ask.LEADS: (
            "wie leidt, leidt, voorzitter, voorzitters, voorzitten, zit voor, voorgezeten, moderator, "
            "modereert, gespreksleider, onder leiding, leiding, dagvoorzitter, leiden, gespreksleiding"
        ),
        Ask.CONTACT: (
            "mail, mailadres, emailadres, email, e mail, e mailadres, mailen, mailtje, secretaris, "
            "secretarissen, contact, contactpersoon, contactgegevens, bereiken, telefoonnummer, wie kan ik "
            "mailen, wie kan ik bellen, wie moet ik bellen, meer info, meer informatie, wie moet ik hebben, adres"
            " van de secretaris, aanspreekpunt, "
            "schrijven"
        ),
        Ask.JOIN: (
            "aanmelden, meld mij aan, meld ons aan, "
            "meld ik me aan, aanmelding, inschrijven, opgeven, link, linkje, inloggen, deelnemen, "
            "meedoen, uitnodiging, meld me aan, meld ik mij aan, aangemeld, teams, zoom, inbellen, meekijken, "
            "registreren, hoe kan ik meedoen, meld aan, aan te melden"
        ),
        Ask.ABOUT: (
            "waar gaat over, waarover, gaat over, gaan over, onderwerp, onderwerpen, inhoud, waar gaat het "
            "over, bespreken, besproken, bespreekt, op de agenda, vertel, vertel meer, meer over, toelichting, "
            "thema van, wat doen ze bij, wat houdt in, ter sprake, uitleg, waar praten ze over, gesproken over, "
            "wat staat er op de agenda, aan bod, hebben ze het over, gaat dat over, programma van, besloten, "
            "beslist, besluit, agenda van"
        ),
        Ask.AUDIENCE: (
            "voor wie, bestemd, doelgroep, voor welke, aansluiten, mag ik ook, is iedereen welkom, elke "
            "bestuurder, iedere bestuurder, bedoeld, mag iedereen, mag ik, openbaar, wie mag, wie mogen, "
            "toegankelijk"
        ),
        Ask.ABSENT: (
            "vergaderen niet, vergadert niet, niet vergaderen, vergaderen vandaag niet, vergadert vandaag niet, "
            "komen niet bijeen, geannuleerd, afgelast, vervallen, vervalt, gecanceld, valt uit, uitgevallen, "
            "niet door, gaan niet door, gaat niet door, komt niet bijeen, doen niet mee"
        ),
        Ask.CERTAIN: (
            "gaat door, door gaan, doorgaan, gaat het door, onder voorbehoud, voorbehoud, zeker, komt echt, "
            "echt, definitief, gaat nog door, bevestigd, zeker weten, doorgaat"
        ),
        Ask.NOW: ("nu, op dit moment, momenteel, bezig, wat nu, nu bezig, gaande, aan de gang, wat draait er, thans"),
        Ask.NEXT: (
            "gaat het verder, gaan we verder, we weer verder, het weer verder, straks, er zo, ik zo, we zo, zo "
            "heen, zo naartoe, zo naar toe, is zo, zo in, en dan, is er nog, dan "
            "nog, hierna, daarna, volgende, volgend, erna, "
            "zometeen, zo meteen, wat komt er, vervolgens, wat komt hierna, komt er nog, komt er nog iets, nog "
            "iets, wat daarna, daarop, zo dadelijk, dadelijk, na dit, na deze, eerstvolgende, wat volgt, volgt"
        ),
        Ask.PREVIOUS: ("hiervoor, daarvoor, ervoor, vorige sessie, zojuist, net geweest, voorafgaand, vorige"),
        Ask.PARALLEL: (
            "tegelijk, tegelijkertijd, gelijktijdig, parallel, op hetzelfde moment, op dat moment, nog meer, "
            "wat anders, naast, ook op dat tijdstip, zelfde tijd, dezelfde tijd, overlapt, overlappen, "
            "alternatief, terwijl"
        ),
        Ask.BOTH: "allebei, alle twee, beide, beiden, combineren, te combineren, en ook naar, mis ik, mis ik dan",
        Ask.REST: (
            "nog vandaag, vandaag nog, de rest van de dag, rest van de dag, wat is er nog, wat hebben we nog, "
            "wat staat er nog, wat komt er nog allemaal, de rest"
        ),
        Ask.FREE: (
            "vrij, vrije, leeg, lege, beschikbaar, niet bezet, onbezet, rustige plek, rustig, plek om te "
            "zitten, ergens zitten, rustig zitten, "
            "rustig bellen, even bellen, waar kan ik bellen, "
            "telefoontje, "
            "ongebruikt, niet in gebruik, vrije zaal, vrije zalen, even zitten"
        ),
        Ask.FIRST: (
            "eerste, hoe laat begint de dag, begint de dag, begint het programma, waarmee begint, start de dag, "
            "waar begint het mee, begin van de dag, hoe laat begint het, begint de netwerkdag, openen de deuren"
        ),
        Ask.LAST: (
            "laatste, hoe laat is de dag afgelopen, einde van de dag, eindigt de dag, eind van de dag, dag "
            "voorbij, sluit de dag, dag klaar, waarmee eindigt, hoe laat zijn we klaar, eindigt het programma, "
            "programma afgelopen, hoe laat naar huis, naar huis, slot van de dag, afsluiting, eindigt de "
            "netwerkdag, kan ik weg, mag ik weg, kunnen we weg, mogen we weg, mag ik gaan, moet ik blijven, "
            "moeten we blijven, duurt de dag, hoe laat"
            " eindigt het, wanneer is het afgelopen, hoe laat is het "
            "afgelopen"
        ),
        Ask.DAY: (
            "welke datum, datum, welke dag, wat voor dag, welke dag is het, adres, stadhuis, waar is de "
            "netwerkdag, waar is het vandaag, in welke stad, welke stad, welke plaats, welke gemeente, welk "
            "gebouw, locatie van de dag, waar vindt plaats, waar vindt de dag plaats, netwerkdag, waar zijn we"
        ),
        Ask.HOST: ("gastheer, gastvrouw, gastgemeente, ontvangt ons, wie organiseert, organisator, organisatie"),
        Ask.PAPERS: (
            "stukken, agendastukken, vergaderstukken, ibabs, documenten, notitie, bijlage, paper, discussion paper"
        ),
        Ask.CHANGES: (
            "gewijzigd, veranderd, wijziging, wijzigingen, verandering, veranderingen, verplaatst, verhuisd, "
            "anders dan, aangepast, verschoven, nieuws"
        ),
        Ask.OTHER_DAYS: (
            "vorige keer, volgende keer, vorige netwerkdag, volgende netwerkdag, vorig jaar, volgend jaar, "
            "eerdere dag, eerdere netwerkdag, andere dagen, vorige editie, volgende editie, wanneer is de "
            "volgende netwerkdag, eerdere keer"
        ),
        Ask.LATE: (
            "te laat, later aan, kom later, vertraging, vertraagd, ben laat, sta in de file, later binnen, "
            "gemist, kom laat"
        ),
        Ask.MEANING: (
            "wat betekent, betekent, betekenis, waar staat voor, staat voor, afkorting, wat is een, wat is de "
            "afkorting, wat wordt bedoeld met, definitie, wat zijn"
        ),
        Ask.CALENDAR: (
            "in mijn agenda, zet in mijn agenda, agenda zetten, kalender, ics, agendabestand, in de agenda "
            "zetten, agendaverzoek, zet in agenda, in agenda, outlook"
        ),
        Ask.CALENDAR_CHECK: (
            "klopt mijn agenda, klopt mijn agenda nog, klopt de agenda nog, klopt mijn kalender nog, is mijn agenda "
            "nog goed, is mijn agenda goed, is mijn agenda nog juist, is mijn agenda bij, is mijn agenda actueel, "
            "klopt wat in mijn agenda staat, klopt het in mijn agenda, mijn agenda controleren, controleer mijn "
            "agenda, agenda bijgewerkt, staat alles goed in mijn agenda, klopt mijn bestand nog"
        ),
        Ask.MINE: ("mijn programma, mijn dag, mijn sessies, mijn rooster, mijn agenda, wat heb ik"),
        Ask.UNFOLLOW: (
            "niet meer volgen, niet langer volgen, stop met volgen, stop met het volgen, stop volgen, ontvolg, "
            "ontvolgen"
        ),
        Ask.FOLLOW: (
            "volg, volgen, herinner mij, herinner me, mij herinneren, me herinneren, herinnering, seintje, "
            "waarschuw me, geef een seintje"
        ),
        Ask.HELP: (
            "help, hulp, wat kun je, wat kan je, wat kunt u, hoe werkt, hoe werkt dit, wat kan ik vragen, wat "
            "kan deze bot, wie ben je, wie bent u, commandos, uitleg bot, ik ben nieuw, ben nieuw, ben je een "
            "robot, ben jij een mens, "
            "wat doe je"
        ),
        Ask.THANKS: (
            "tot de volgende keer, tot volgende keer, tot kijk, dank, dankje, dankjewel, dank je, dank u, dank "
            "je wel, dank u wel, bedankt, thanx, merci, top, super, fijn, prima, perfect, geweldig, mooi, "
            "duidelijk, helder, tot ziens, doei, fijne dag, goed zo, ok, oke"
        ),
        Ask.GREETING: (
            "hallo, hoi, hey, he, goedemorgen, goedemiddag, goedenavond, goedendag, goeiemorgen, dag, moi, yo, "
            "goede morgen, goede middag, hee, goeiemiddag"
        ),
    },
    filler=(
        "langs waarom niks niets weekend collega plek plekje hal prettig kinderen ophalen zou tref aan treffen "
        "eigen sta staan ben gewoon toch nog thuis lekker mooi ergens downloaden hartelijk hartelijke "
        "vriendelijk ontzettend fijne erg iedereen pas dan dingen vast welkom begonnen wisselen arriveer "
        "dezelfde zelfde moeten hulp bot terecht hangt rood bord zegt stellen zoal valt beginnen nodigen de het "
        "een en of in op is zijn er ik je u jij we wij me mij mijn ons onze uw jullie ze zij hij haar hem wat "
        "welke welk wie hoe ook al wel niet geen naar van voor met bij te ten ter tot om over door uit dat die "
        "dit deze daar hier heen naartoe kan kun kunt kunnen moet mag wil willen ga gaat gaan kom komt komen "
        "heb heeft hebben had bent was waren wordt worden zal zullen graag even eens maar want als iets "
        "allemaal alle alles alleen precies eigenlijk ongeveer vraag vraagje zeg zeggen weet weten iemand "
        "vandaag dag programma sessie sessies bijeenkomst bijeenkomsten onderdeel onderdelen tg thema groep "
        "themagroep themagroepen themasessie themasessies pijler pijlers pijlerbijeenkomst vergadering "
        "vergaderingen vergadert vergaderen overleg meeting zitting workshop alsjeblieft aub svp ajb uur uurtje "
        "minuten zaal zalen ruimte kamer doen doet gebeurt gebeuren plaats vindt plaatsvinden staat gepland "
        "ingepland zit zitten zoek vinden vind leuk nou hoor ja nee hé he hoi eh ehm uh the moment laat "
        "gehouden geeft geven houdt krijg krijgen zie zien bezoeken onder na vanuit tussen stad gemeente meneer "
        "mevrouw heer dhr mevr betreft betreffende rond omtrent inzake per s t n r m jouw zo weer zelf echt "
        "daarvan ervan erbij eraan via binnen buiten tijdens totaal best goed goede anders samen veel meer "
        "nodig zonder nieuwe kwijt loop lopen moest volgens noemen heet heten misschien dacht bedoel bedoelt ff "
        "effe mn zn wa wanner gelijk deel deelt eruit vanmiddag dus meteen mogelijk bestaat netwerk "
        "stedennetwerk loopt komende verder ronde rondes blok blokken stuur stuurt sturen"
    ),
    pronouns=("dat die daar dit deze hem zij ze ervan daarvan erbij hij diezelfde daarover hierover erover"),
    names="staatssecretaris, voorzitter van de, voor de hand, bergen op zoom",
    leads_on="en",
    kinds={
        "lunch": ("lunch, lunchen, lunchpauze, middageten, eten, broodje, broodjes, lunchtijd"),
        "drinks": ("borrel, borrelen, netwerkborrel, afsluitende borrel, drankje, biertje, wijntje, hapjes"),
        "arrival": "inloop, ontvangst, koffie, binnenkomst, inloopkoffie, koffie en thee",
        "moving": (
            "verplaatsingstijd, verplaatsing, wisseltijd, wissel, looptijd, wisselmoment, verplaatsen, lopen "
            "tussen, tussen de sessies, wisselen van zaal, wisselen, verkassen, te lopen"
        ),
        "break": "pauze, pauzes, pauzeren",
        "plenary": (
            "opent de dag, plenair, plenaire, plenaire start, opening, welkomstwoord, welkom, plenaire opening"
        ),
        "talk": "gesprek",
        "networking": ("netwerken, netwerkruimte, ruimte om te netwerken, netwerkzaal, bijpraten, netwerkplek"),
    },
    groups={
        "themagroep": "themagroep, themagroepen, tg, thema groep, thema groepen, tgs",
        "pijler": "pijler, pijlers, pijlerbijeenkomst, pijlerbijeenkomsten",
        "themasessie": "themasessie, themasessies",
    },
    facts={
        "wifi": "wifi, wi fi, internet, wachtwoord, wifiwachtwoord, draadloos",
        "parking": ("parkeren, parkeer, parkeerplaats, parkeergarage, parkeerplek, laadpaal, auto kwijt, garage"),
        "route": (
            "route, routebeschrijving, rijden, navigatie, hoe kom ik er, hoe kom ik bij, openbaar vervoer, "
            "ov, bus, trein, "
            "station, reizen, hoe kom ik in, lopen vanaf, taxi, hoe kom ik naar"
        ),
        "toilet": "toilet, toiletten, wc, wcs, toiletje, plee, toiletruimte",
        "cloakroom": "garderobe, jas, jassen, koffer, bagage, kluisjes, tas",
        "diet": ("dieet, vegetarisch, vegan, veganistisch, glutenvrij, allergie, halal, dieetwensen, menu"),
        "accessibility": ("rolstoel, toegankelijkheid, lift, rolstoeltoegankelijk, drempelvrij, slechtziend, gehoor"),
        "dress": "kledingvoorschrift, dresscode, kleding, stropdas",
        "cost": "kosten, kost, prijs, betalen, gratis, tarief",
        "attendance": ("deelnemerslijst, deelnemers, bezoekers, aanwezigen, wie komen er allemaal, hoeveel mensen"),
        "badge": ("naamkaartje, naamkaartjes, badge, incheckbalie, balie, registratie, aanmeldbalie"),
        "seats": (
            "druk, drukte, nog plek, plek over, plaats over, plekken over, volgeboekt, is vol, zit vol, al vol,"
            " vol is, "
            "vrije plaatsen, zitplaatsen"
        ),
        "prayer": "stilteruimte, gebedsruimte, bidden, gebed, kolven, kolfruimte, kolfkamer",
        "hotel": "hotel, overnachten, overnachting, slapen",
        "firstaid": "ehbo, bhv, dokter, arts, noodgeval, medisch, ambulance",
        "floorplan": "plattegrond, verdieping, etage, begane grond, plattegronden",
        "recording": "opname, opgenomen, terugkijken, terugzien",
        "online": (
            "online, digitaal, online volgen, digitaal volgen, livestream, hybride, online meekijken, op "
            "afstand, vanuit huis, thuis volgen, virtueel"
        ),
        "slides": ("presentaties, presentatie downloaden, slides, sheets, handouts, verslag, notulen"),
        "power": "stopcontact, oplader, opladen",
        "weather": "weer, regen, regent, zon, temperatuur, weersverwachting, paraplu, graden",
    },
    rooms="zaal zalen zaaltje zl rm ruimte kamer lokaal",
    during="tijdens de, tijdens het, tijdens, gedurende de, gedurende, bij de, onder de",
    after=("na de, na het, na afloop van de, na afloop van, na, meteen na, direct na de, direct na, aansluitend op"),
    before=("voor de, voor het, voorafgaand aan de, voorafgaand aan, voor, vlak voor, vlak voor de"),
    parts={
        (0, 720): ("vanochtend, ochtend, sochtends, s ochtends, voormiddag, vanmorgen, ochtendprogramma"),
        (720, 1080): "vanmiddag, middag, smiddags, s middags, middagprogramma",
        (840, 1080): "namiddag",
        (1080, 1440): "vanavond, avond, savonds, s avonds",
        (0, 630): "begin van de ochtend",
        (0, 600): "vroege ochtend",
        (660, 750): "eind van de ochtend, einde van de ochtend, late ochtend, eind ochtend",
        (750, 870): "begin van de middag, begin middag",
        (900, 1080): "eind van de middag, einde van de middag, late middag, eind middag",
    },
    days={
        0: "vandaag",
        1: "morgen",
        2: "overmorgen",
        -1: "gisteren",
        -2: "eergisteren",
    },
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    months=("januari februari maart april mei juni juli augustus september oktober november december"),
    short={
        "t": "het",
        "k": "ik",
        "n": "een",
        "m": "hem",
        "wa": "wat",
        "noe": "nu",
        "woar": "waar",
        "ist": "is het",
        "int": "in het",
        "opt": "op het",
        "vant": "van het",
        "hoelaat": "hoe laat",
        "hoelang": "hoe lang",
        "hoeveeluur": "hoe laat",
        "moek": "moet ik",
        "kank": "kan ik",
        "benk": "ben ik",
    },
    titles=(
        "minister ministers staatssecretaris staatssecretarissen burgemeester burgemeesters wethouder wethouders "
        "professor professoren hoogleraar hoogleraren directeur directeuren gedeputeerde gedeputeerden kamerlid "
        "kamerleden"
    ),
    everything=(
        "programma rooster dagprogramma tijdschema alle alles allemaal lijst overzicht volledig volledige hele "
        "heel sessies onderdelen themagroepen bijeenkomsten"
    ),
    ignored=(
        "auto fiets huis kind kinderen hond kat muziek film boek spel sport voetbal bitcoin politiek "
        "verkiezingen liefde pizza recept grap mop vertaal hoofdstad president koning ajax trump rutte krant "
        "uitslag geld salaris vakantie moeder vader zus broer maan schrijf gedicht reken som keer wedstrijd "
        "tennis nieuws gezond ziek verjaardag"
    ),
)
