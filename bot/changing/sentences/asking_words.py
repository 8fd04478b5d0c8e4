"""The words by which a sentence asks, or speaks of somebody rather than of the programme, in Dutch and English."""

from typing import Final

from bot.changing.sentences.sentence_words import listed, words

ASKING: Final = words(
    "wie waar wanneer hoe hoelaat hoelang hoeveel welk welke waarom waarheen wat waarover wiens wnr wnnr wanner who "
    "whos whom whose what whats when whens where wheres which why how hows klopt of or if whether als indien mits "
    "misschien wellicht maybe perhaps possibly zou zouden might hopelijk hopefully"
)
"""Words of questions, conditions and guesses, wherever they stand."""
TAGS: Final = words("toch he hee right correct")
"""Words that make a question of a statement when they come last: «Europa gaat niet door toch»."""
VERBS: Final = words(
    "is zijn was waren gaat gaan begint beginnen start starten komt komen wordt worden heeft hebben kan kun kunt "
    "kunnen mag mogen moet moeten zit zitten staat staan duurt duren eindigt stopt loopt vervalt vervallen blijft weet "
    "vergadert doet spreekt presenteert vertelt leidt zou zouden zal zullen wil wilt neemt vervangt ruilen wisselen "
    "verhuist valt krijgt hoeft vindt does do did are were has have had will can could would should may isnt arent "
    "doesnt didnt wont cant hasnt starts begins ends moved verplaatst verschuift verschoven gewijzigd veranderd heb "
    "ben bent am ga kom"
)
"""Verbs with which a question begins; as a first word they ask, unless nobody is named and one talks of a session."""
ME: Final = words(
    "ik mij me mijn mn mezelf we wij ons onze i im ive id my us our were jij je jullie u uw jouw you your"
)
"""Who speaks of themselves says nothing of the programme, unless they say that they change it."""
INTENDS: Final = listed(
    "ik wil graag, ik wil, ik wou graag, ik zou graag, wij willen graag, wij willen, we willen graag, we willen, we "
    "moeten, wij moeten, ik moet, we gaan, wij gaan, ik heb, we hebben, wij hebben, ik ga, ik verplaats, we "
    "verplaatsen, we ruilen, wij ruilen, wij verplaatsen, we zetten, we beginnen, wij beginnen, i want to, i would "
    "like to, id like to, we want to, we would like to, we need to, i need to, we have, i have, we are, we move, we "
    "will, kun je, kan je, kunt u, kunnen jullie, kan jij, wil je, wilt u, zou je, zou u, zouden jullie, could you, "
    "can you, would you, will you, kunnen we, can we, could we, ik hoor net dat, ik hoor dat, ik meld dat, ik moet "
    "melden dat, we hebben besloten dat, laat me, let us, lets, willen jullie, wil jij, we starten"
)
"""How one says that one changes the programme oneself, or asks for it; what is asked must then be whole."""
_PASSES_ON: Final = (
    "kun je doorgeven dat, kun je even doorgeven dat, kan je doorgeven dat, kunt u doorgeven dat, wil je doorgeven "
    "dat, wilt u doorgeven dat, zou je doorgeven dat, zou je willen doorgeven dat, wil je even doorgeven dat, graag "
    "doorgeven dat, geef door dat, geef even door dat, kun je laten weten dat, wil je laten weten dat, wilt u laten "
    "weten dat, laat iedereen weten dat, laat weten dat, kun je melden dat, wil je melden dat, kun je zorgen dat, kun "
    "je regelen dat, kun je aanpassen dat, pas aan dat, verwerk dat, graag verwerken dat, we zitten met, wij zitten "
    "met, we gaan met, wij gaan met, we verhuizen met, we beginnen met, wij beginnen met, we starten met, we stoppen "
    "met, we eindigen met, we doen, wij doen, we houden, we krijgen net door dat, ik krijg net door dat, ik krijg "
    "door dat, ik geef door dat, vertel iedereen dat, zeg iedereen dat, geef iedereen door dat, can you announce "
    "that, please announce that, can you pass on that, please note that, please tell everyone that, tell everyone "
    "that, let everyone know that, can you let everyone know that, could you let everyone know that, can you make "
    "sure that, we have just heard that, i just heard that, we are doing"
)
PASSES_ON: Final = listed(
    f"{_PASSES_ON}, can you announce, please announce, tell everyone, please tell everyone, let everyone know, can you "
    "let everyone know, could you let everyone know"
)
"""How one hands on a change; the rest is said as if there were nothing before it."""
DECIDES: Final = words(
    "doen houden verplaatsen plaatsen zetten schuiven beginnen starten verzetten ruilen wisselen schrappen stoppen "
    "annuleren verhuizen laten plannen eindigen"
)
"""Verbs after which "we" is who makes the programme: «Europa doen we digitaal»."""
REGRETS: Final = words(
    "jammer fijn mooi leuk goed raar vreemd prettig balen zonde gek prima handig top gelukkig pity glad nice happy "
    "great shame sad strange odd sorry"
)
"""With "dat" after it somebody says how they find what is so."""
DOES: Final = words(
    "verplaats verplaatsen verplaatst verzetten verzet zetten gezet ruil ruilen geruild wisselen omwisselen "
    "verwisselen schrappen geschrapt annuleren geannuleerd afgelast afgelasten uitstellen uitgesteld verschuiven "
    "verschoven vervangen vervroegen verlengen inkorten move moved moving swap swapped cancel cancelled postpone "
    "postponed replace shift switch put reschedule delay beginnen starten laten verhuizen omruilen ziek verhinderd "
    "terugdraaien ongedaan omdraaien doorschuiven opschuiven uitwijken afblazen afzeggen doorstrepen omzetten wijzigen "
    "aanpassen terugzetten afmelden"
)
"""Verbs that must come with such an intention."""
LEADING: Final = words(
    "noteer aanpassing mutatie info goed slecht bad en and hoi hallo hi hello hey hee dag goedemorgen goedemiddag "
    "goedenavond maar but dus so ok oke okay sorry please pls even beste allen team let op update wijziging "
    "wijzigingen correctie bericht nb fyi ja nee yes no oeps oh spoed urgent change attentie mededeling nieuws good "
    "morning afternoon , ; ! . : note"
)
"""Words before a sentence that begin nothing."""
