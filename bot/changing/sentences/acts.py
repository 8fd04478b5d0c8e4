"""What the phrases of a change do, in Dutch and English, folded as :mod:`bot.questions.text` folds them."""

from enum import StrEnum
from typing import Final

from bot.questions.vocabulary import phrases


class Act(StrEnum):
    """What a phrase does in a change."""

    OFF = "off"
    ON = "on"
    UNDO = "undo"
    SWAP = "swap"
    MOVE = "move"
    HELD = "held"
    START = "start"
    END = "end"
    ONLINE = "online"
    OTHER_ROOM = "other-room"
    ABSENT = "absent"
    OUT = "out"
    """Of a person: cannot come; of a session: does not go ahead."""
    TAKES_OVER = "takes-over"
    REPLACES = "replaces"
    REPLACED = "replaced"
    REPLACE = "replace"
    COMES = "comes"
    """Of a person who could not: comes after all."""
    JOINS = "joins"
    """Of a person: comes besides who were to."""
    HYBRID = "hybrid"


_ACTS: Final = {
    Act.OFF: (
        "streep door, gelast af, zeg af, blaas af, haal weg, van de baan, niet door, niet doorgaan, niet doorgaat, "
        "niet meer door, niet meer doorgaan, vervalt, vervallen, te vervallen, afgelast, afgelasten, geannuleerd, "
        "gecanceld, gecancelled, annuleer, annuleren, cancel, schrap, schrappen, geschrapt, cancelled, canceled, "
        "called off, call off, is off, are off, not going ahead, not go ahead, wont go ahead, doesnt go ahead, isnt "
        "going ahead, not taking place, not take place, niet plaats, falls through, not happening, isnt happening, "
        "wont happen, wont take place, not happen, afgeblazen, vergadert niet, vergaderen niet, komt niet bijeen, "
        "komt niet bij elkaar, uitgevallen, gaat eruit, does not meet, doesnt meet, blaas af, afgezegd worden, wordt "
        "afgezegd, worden afgezegd, is afgezegd, geen doorgang, uit het programma, doorgestreept, doorgehaald, "
        "scrapped, scrap, dropped, is dropped"
    ),
    Act.ON: (
        "takes place after all, take place after all, taking place after all, is on after all, weer ingepland, weer "
        "terug op het programma, staat weer op het programma, terug op het programma, back in the programme, niet "
        "afgelast, niet geannuleerd, niet gecanceld, vervalt niet, vervallen niet, not cancelled, not canceled, back "
        "on, goes ahead, going ahead, go ahead, on again, weer door, toch door, alsnog door, wel door, toch wel "
        "door, gewoon door"
    ),
    Act.UNDO: (
        "neem terug, neem dat terug, neem het terug, ongedaan, ongedaan maken, ongedaan gemaakt, undo, revert, "
        "terugdraaien, teruggedraaid, draai terug, draai dat terug, draai laatste wijziging terug, draai het terug, "
        "draai dit terug, draai deze terug, draai die terug, draai de wijziging terug, draai de laatste wijziging "
        "terug, draai deze wijziging terug, draai die wijziging terug, draai alles terug, zet terug, zet het terug, "
        "zet dat terug, zet maar terug, zet het weer terug, zet alles terug, terugzetten, teruggezet, haal terug, "
        "put it back, put that back, take that back, take it back, roll back, roll that back"
    ),
    Act.SWAP: (
        "andersom, vice versa, the other way round, ruil, ruilen, ruilt, ruil om, omruilen, omgeruild, geruild, "
        "wissel, wisselen, wisselt, wissel om, verwissel, verwisselen, verwisseld, omwisselen, omgewisseld, "
        "gewisseld, draai om, omdraaien, omgedraaid, swap, swaps, swapped, switch, switched, switches, exchange, "
        "exchanges, trade, trades, trade places, change places, swap places, switch places"
    ),
    Act.MOVE: (
        "zaalwijziging, tijdswijziging, tijdwijziging, verandering van zaal, verandering van tijd, wijziging van "
        "zaal, wijziging van tijd, wijziging zaal, wijziging tijd, room change, time change, change of room, change "
        "of time, verplaats, verplaatsen, verplaatst, verplaatsten, verzet, verzetten, zet, zetten, verhuis, "
        "verhuist, verhuizen, verhuisd, schuif, schuift, schuiven, verschuif, verschuift, verschuiven, verschoven, "
        "opgeschoven, uitwijken, wijkt uit, wijken uit, wijk uit, uitgeweken, verkast, verkassen, doorschuiven, "
        "opschuiven, haal, halen, move, moves, moved, moving, put, shift, shifts, shifted, relocate, relocated, "
        "relocates, reschedule, rescheduled, doe, breng, plaats, plaatsen, laat, maak, make, bring, push, pushed"
    ),
    Act.HELD: (
        "doen, houden, is, zijn, wordt, worden, zit, zitten, komt, komen, vergadert, krijgt, krijgen, moet, moeten, "
        "gaat, gaan, vindt plaats, vinden plaats, gehouden, are, will be, gets, get, goes, go, becomes, takes place, "
        "held, meets, is nu"
    ),
    Act.START: (
        "begint, beginnen, begin, start, starten, starts, begins, aanvang, starttijd, begintijd, starting, beginning"
    ),
    Act.END: (
        "mag tot, mogen tot, gaat door tot, gaan door tot, door tot, doorgaan tot, goes on until, continues until, "
        "eindigt, eindigen, einde, eind, eindtijd, stopt, stoppen, klaar, afgelopen, duurt, duren, loopt uit, lopen "
        "uit, uitloop, uitlopen, uitloopt, ends, end, finish, finishes, finished, lasts, done, runs over, run over, "
        "running over, overruns, runs until, runs till, loopt, lopen, runs, stops, stop"
    ),
    Act.ONLINE: (
        "online te volgen, digitaal te volgen, via teams te volgen, via zoom te volgen, op afstand te volgen, "
        "online, digitaal, digitale, digital, digitally, virtueel, virtual, via teams, via zoom, in teams, op teams, "
        "on teams, on zoom, op afstand, remote, remotely"
    ),
    Act.OTHER_ROOM: (
        "andere zaal, een andere zaal, andere ruimte, nieuwe zaal, another room, different room, other room, new room"
    ),
    Act.ABSENT: (
        "has been held up, is held up, moet afzeggen, moest afzeggen, moeten afzeggen, had to cancel, has to cancel, "
        "verhinderd, afwezig, sluit niet aan, sluiten niet aan, schuift niet aan, niet aansluiten, doet niet mee, "
        "niet meedoen, is ziek, ziek, ziek gemeld, meldt zich ziek, meldde zich ziek, ziekgemeld, is er niet, zijn "
        "er niet, niet komen, kan niet, kunnen niet, kan niet komen, kunnen niet komen, kan er niet bij zijn, kan er "
        "niet zijn, er niet bij zijn, kan niet aanwezig zijn, komt niet opdagen, kan niet aanwezig, er niet zijn, er "
        "niet bij, niet aanwezig zijn, niet aanwezig, komt niet, komen niet, komt toch niet, komt niet meer, kan "
        "toch niet, laat verstek gaan, verstek gaan, laat het afweten, is weggevallen, zegt toch af, haalt het niet, "
        "redt het niet, zegt af, zeggen af, heeft afgezegd, afgezegd, meldt zich af, afgemeld, ontbreekt, heeft "
        "griep, heeft corona, heeft koorts, griep, ligt in het ziekenhuis, niet beschikbaar, cant make it, cannot "
        "make it, can not make it, wont make it, cant come, cannot come, can not come, wont come, cant be there, "
        "cannot be there, wont be there, not coming, isnt coming, is ill, ill, is sick, sick, has the flu, has flu, "
        "has covid, absent, is unable to attend, unable to attend, unable to come, cant attend, cannot attend, wont "
        "attend, not attending, unavailable, not available, drops out, dropped out, is out, pulls out"
    ),
    Act.OUT: (
        "valt uit, vallen uit, valt weg, valt af, gaat niet lukken, gaan niet lukken, niet lukken, lukt niet, lukt "
        "niet meer"
    ),
    Act.TAKES_OVER: (
        "neemt het over, neemt over, nemen het over, nemen over, neemt het stokje over, neemt de plaats in, nemen de "
        "plaats in, neemt de plaats, neemt de plek in, neemt de plek, de plaats in, de plaats innemen, de plek "
        "innemen, takes the place, take the place, neemt zijn plaats in, neemt haar plaats in, "
        "neemt waar, neemt de presentatie over, neemt het van hem over, neemt het van haar over, zal "
        "het overnemen, overnemen, valt in, vallen in, valt voor hem in, valt voor haar in, vervangt hem, vervangt "
        "haar, vervangt, vervangen hem, komt in zijn plaats, komt in haar plaats, komt in plaats, in zijn plaats, in "
        "haar plaats, springt in, doet het, gaat het doen, is de vervanger, is vervanger, takes over, take over, "
        "will take over, taking over, steps in, will step in, fills in, will fill in, stands in, will stand in, "
        "covers, replaces him, replaces her, will replace him, will replace her, zal hem vervangen, zal haar "
        "vervangen, in his place, in her place, takes his place, takes her place, comes instead, instead"
    ),
    Act.REPLACES: "vervangt, vervangen, replaces, in plaats van, ipv, i p v, instead of, will replace, in place of",
    Act.REPLACED: (
        "wordt vervangen door, vervangen door, worden vervangen door, is vervangen door, replaced by, is replaced "
        "by, will be replaced by, replaced with, vervanger is, vervanging door, vervanger"
    ),
    Act.REPLACE: "vervang, replace",
    Act.COMES: (
        "niet meer ziek, komt toch, komen toch, komt toch wel, komt er toch, komt alsnog, kan toch, kan toch wel, "
        "kan toch komen, kunnen toch, kunnen toch komen, kan alsnog komen, is er toch, is er toch bij, is er toch "
        "wel, is er wel, is er wel bij, zijn er toch, zijn er toch bij, er toch bij zijn, er toch bij, kan er toch "
        "bij zijn, kan er toch zijn, kan er wel bij zijn, is toch aanwezig, toch aanwezig, is toch beschikbaar, toch "
        "beschikbaar, is niet verhinderd, niet meer verhinderd, toch niet verhinderd, weer beter, haalt het toch, "
        "redt het toch, comes after all, coming after all, can come after all, will come after all, can make it "
        "after all, makes it after all, can make it, will be there after all, is there after all, there after all, "
        "can attend after all, attending after all, is able to attend, able to come, available after all, no longer "
        "absent, no longer ill, no longer sick"
    ),
    Act.JOINS: (
        "extra spreker, extra gast, extra gastspreker, als extra spreker, als spreker, als gastspreker, als gast, "
        "tweede spreker, spreekt ook, spreken ook, spreekt mee, presenteert ook, vertelt ook, sluit aan, sluit ook "
        "aan, sluit aan als spreker, schuift aan, schuift ook aan, komt erbij, komt er bij, komt er nog bij, komt er "
        "ook bij, komt ook, komt ook spreken, komt ook vertellen, is er ook bij, extra speaker, additional speaker, "
        "another speaker, second speaker, also speaks, will also speak, is also speaking, joins, will join, is "
        "joining, joins as speaker, as a speaker, as speaker, as extra speaker, as an extra speaker, speaks as well"
    ),
    Act.HYBRID: "hybride, hybrid, hybridevorm, zowel online als fysiek, zowel fysiek als online, half online",
}
ACTS: Final = phrases((p.strip(), act) for act, cell in _ACTS.items() for p in cell.split(","))
