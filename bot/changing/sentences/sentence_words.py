"""The words of sentences that change a day, in Dutch and English, folded as :mod:`bot.questions.text` folds them."""

from typing import Final

from bot.changing.sentences.acts import ACTS
from bot.questions.vocabulary import Phrases, phrases


def words(cell: str) -> frozenset[str]:
    """Read a cell of words."""
    return frozenset(cell.split())


def listed(cell: str) -> Phrases[bool]:
    """Read a cell of phrases, with commas between."""
    return phrases((p.strip(), True) for p in cell.split(","))


LATER: Final = words(
    "opschuiven doorschuiven later late uitgesteld opgeschoven verschoven vertraagd vertraging uitstel delayed delay "
    "postponed postpone achter behind uitstellen verlaat achteren back"
)
EARLIER: Final = words("early eerder vroeger earlier vervroegd vervroegen sooner voren forward")
LONGER: Final = words("langer longer verlengd verlengen extended extend uit uitloop uitlopen")
SHORTER: Final = words("korter shorter ingekort inkorten")
PUT_OFF: Final = words(
    "uitgesteld uitstellen vertraagd delayed postponed vervroegd verlengd ingekort uitloopt postpone"
)
"""Words that say by themselves that the time changes."""
SPEAKERS: Final = words("spreker speaker gast guest inleider presentator voorzitter gastspreker")
JOINERS: Final = words(", ; ! en and dus maar but so")
EVERYTHING: Final = words("alles alle everything all every rest overige remaining iedere elke")
WHOLE_DAY: Final = listed(
    "hele dag, gehele dag, de dag, netwerkdag, de netwerkdag, bestuurlijke netwerkdag, hele programma, het programma, "
    "dagprogramma, whole day, entire day, the day, network day, whole programme, the programme, hele netwerkdag, deze "
    "dag, hele bijeenkomst, rest van de dag, rest of the day, the network day"
)
PLURALS: Final = words(
    "pijlers themagroepen tgs pijlerbijeenkomsten themasessies sessies bijeenkomsten sessions pillars meetings groups "
    "vergaderingen overleggen"
)
REMAINING: Final = words("rest overige remaining")
CAUSES: Final = words("want omdat because aangezien doordat namelijk")
BY: Final = listed(
    "wegens, vanwege, ivm, i v m, in verband met, due to, because of, als gevolg van, owing to, door omstandigheden, "
    "gezien"
)
REASONS: Final = words(
    "ziek ziekte griep koorts corona covid ziekenhuis begrafenis uitvaart overleden overlijden zwanger bevalling "
    "bevallen file files trein treinen treinstoring treinverkeer storing staking sneeuw ijzel storm gladheid code rood "
    "ill illness sick sickness flu fever hospital funeral traffic train trains snow strike prive familie "
    "familieomstandigheden omstandigheden persoonlijke family ongeval ongeluk accident pregnant gemeld burnout "
    "migraine hoofdpijn positief getest gebroken oponthoud pech ns verkeer spoor operatie opgenomen zieke kind "
    "kinderen moeder vader jam"
)
"""Why somebody cannot come or something moves: nobody's business, and left out."""
TITLES: Final = words(
    "moderator wethouder burgemeester minister meneer mevrouw heer dhr mevr mw mr mrs ms dr collega zijn haar de het "
    "een onze mayor alderman colleague his her their the a secretaris spreker speaker drs prof chair chairman "
    "chairwoman"
)
NOBODY: Final = words(
    "iemand anders someone somebody else nog onbekend vervanger andere een er wel niemand ander another"
)
SPEAKS: Final = words(
    "spreekt spreken presenteert presenteren vertelt vertellen leidt leiden opent openen doet doen neemt nemen houdt "
    "geeft verzorgt modereert begeleidt introduceert ontvangt vervangt start sluit springt stapt speaks speak presents "
    "present tells leads opens hosts moderates chairs gives takes talks replaces does comes"
)
"""What somebody does of whom a sentence says that they come: no part of a name."""
SAID: Final = words(
    "de het een der den van in op om aan bij te ten ter tot voor met naar uit per vanaf the a an of at to on for by "
    "from with into until till is zijn wordt worden word werd was be been being are will gaat gaan ga komt komen moet "
    "moeten mag mogen zal zullen hebben heeft has have had kan kunnen wil tg tgs thema groep themagroep themagroepen "
    "pijler pijlers sessie sessies bijeenkomst bijeenkomsten overleg vergadering meeting meetings session sessions "
    "group groups theme pillar pillars werkgroep zaal zalen room rooms hall uur u uurtje minuten minuut min minutes "
    "hours hour time tijd tijdstip helaas graag even svp aub alsjeblieft alstublieft b s v p please pls plz dus nu dan "
    "ook nog al pas vandaag today straks weer nou maar hoor sorry dank bedankt thanks dankjewel thank dankuwel ok oke "
    "unfortunately now also just then instead dit dat deze die that this it they hij zij ze hem haar him her wel "
    "gewoon toch after all zo so en and hoi hallo hi hello hey goedemorgen goedemiddag dag nieuwe tijdelijk voorlopig "
    "kort er daar there here hier wijziging wijzigingen update correctie bericht let laatste last change namens onder "
    "allemaal beide both each hele heel gehele whole entire rest overige alles alle everything every remaining snel "
    "zsm asap direct meteen definitief zeker officieel echt inmiddels inderdaad wegens zich net besloten iets wat "
    "beetje ongeveer ruim gehouden gezet verder verderop plaats vindt vinden plek laten want beste allen team maken "
    "gemaakt na afloop sinds gat ca circa vd zit thuis staat stel stellen stelt vast stuck laat late voren achteren "
    "opnieuw schuift schuif schuiven lopen loopt programma programme day netwerkdag onderdeel item punt start begin "
    "einde over door mee zelfde dezelfde same tijdens during kwart eerst eerste oorspronkelijk gepland geplande zeggen "
    "melden ik we wij willen je kun kunt jullie i you can could would like lets us me oeps spoed attentie mededeling "
    "nieuws good morning afternoon zou allebei gelukkig only alleen enkel volledig helemaal geheel fully entirely qua "
    "doen houden schema planning schedule naast besides alongside voeg voegen toe toegevoegd add added nader inzien "
    "doorgaan running vanochtend vanmiddag vanmorgen vanavond wacht wachten wait waits luckily fortunately finally "
    "eindelijk uiteindelijk liever"
)
"""Words that a change may hold without saying more by them."""
ENDS_TALK: Final = words("annuleer annuleren cancel schrap")
"""Orders that, alone, end a dialogue rather than a session."""
CLOSING: Final = words("groet groeten groetjes mvg gr hg regards cheers")
"""Words that close a message; a name follows."""
APOLOGIES: Final = listed(
    "verkeerde knop, verkeerde zaal, verkeerde sessie, verkeerde tijd, verkeerd getypt, wrong button, wrong room, "
    "wrong session, dat was niet de bedoeling, was niet de bedoeling, is niet de bedoeling, niet de bedoeling, foutje, "
    "vergissing, verkeerd, dat was fout, dat was verkeerd, dat klopt niet, per ongeluk, that was wrong, that was a "
    "mistake, by mistake, by accident, wrong one, not what was meant"
)
"""What one says on taking something back."""
STAYS: Final = words("blijft blijven stays stay remains volgt volgen follows follow")
REMARKS: Final = words(
    "link links info informatie details nadere verdere gelijk ongewijzigd hetzelfde zelfde onveranderd zoals gepland "
    "was unchanged same as meer more staan programma gewoon nog"
)
"""Words of a remark after a change that says nothing more: «link volgt», «de rest blijft staan»."""
NO_ONE: Final = listed(
    "er komt geen vervanger, er komt geen vervanging, er is geen vervanger, geen vervanger, geen vervanging, zonder "
    "vervanger, no replacement, without replacement, nobody replaces him, nobody replaces her"
)
WORDS: Final = (
    CLOSING | STAYS | REMARKS | NO_ONE.words | APOLOGIES.words | ACTS.words | LATER | EARLIER | LONGER | SHORTER
    | EVERYTHING | WHOLE_DAY.words | PLURALS | CAUSES | BY.words | REASONS | TITLES | NOBODY | SPEAKERS | SAID
)  # fmt: skip
"""Every word of these tables: such a word is never a misspelling."""
