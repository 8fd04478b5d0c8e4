"""The words of questions in English."""

from typing import Final

from bot.questions.query import Ask
from bot.questions.words import Table

ENGLISH: Final = Table(
    signals={
        Ask.CLOCK: "what time is it, whats the time",
        Ask.WHERE: (
            "where, wheres, which room, what room, in which room, location, which hall, what hall, where do i "
            "go, where should i go"
        ),
        Ask.WHEN: (
            "dont remind me, do not remind me, "
            "when, whens, what time, which time, start, starts, begin, begins, starting time, start time, at "
            "what time, starting, beginning, time"
        ),
        Ask.UNTIL: (
            "until when, until what time, till what time, end, ends, finish, finishes, finished, ending, till "
            "when, stop, stops, end time, done, get out"
        ),
        Ask.DURATION: "how long, duration, how many minutes, how much time, lasts, take, takes",
        Ask.RUNNING: (
            "still going, still going on, still running, still in progress, in progress, underway, already started, "
            "started yet, started, begun, already over, over yet, is it over, finished yet, already finished,"
            " how much longer, "
            "how long left, how much time left, how much time is left, almost done, nearly done, almost over, "
            "nearly over, almost finished, over already, "
            "done yet, in how many minutes, just started, already begun"
        ),
        Ask.COUNT: "how many, number of, count",
        Ask.WHO: (
            "who, whos, speaker, speakers, speaks, speaking, speak, presents, presenting, presenter, "
            "presenters, guest, guests, talks, talking, joining, attending, present, presentation, featuring, "
            "kicks off, introduces, introduction"
        ),
        Ask.LEADS: (
            "chairs, chair, chairing, chairman, chairwoman, chairperson, moderator, moderates, moderating, "
            "leads, leading, led by, presides, lead, hosts, runs, in charge"
        ),
        Ask.CONTACT: (
            "mail, e mail, email, email address, mail address, contact, secretary, secretaries, write to, get "
            "in touch, more information, more info, contact person, reach, whom to write, phone number"
        ),
        Ask.JOIN: (
            "sign up, sign me up, sign us up, "
            "register, registration, join, link, enroll, enrol, log in, login, dial in, take part, "
            "participate, invitation, teams, zoom, attend, signup, get in, apply"
        ),
        Ask.ABOUT: (
            "about, topic, topics, subject, subjects, discuss, discussed, discusses, content, tell me about, "
            "covers, cover, covered, details, on the agenda, deal with, deals with, explain, mention, mentions, "
            "description, discussing, agenda of, decided, agenda for"
        ),
        Ask.AUDIENCE: (
            "for whom, who is it for, who can attend, who may attend, open to, open for, who is that for, "
            "target audience, intended for, aimed at, can anyone, am i allowed, may i attend, meant for, who "
            "should attend, everyone welcome"
        ),
        Ask.ABSENT: (
            "cancelled, canceled, called off, not meeting, does not meet, do not meet, doesnt meet, dont meet, "
            "not meet, is off, dropped, falls through, not happening, not taking place"
        ),
        Ask.CERTAIN: (
            "really, confirmed, certain, provisional, for sure, going ahead, go ahead, still on, tentative, "
            "definitely, definite, sure, goes ahead"
        ),
        Ask.NOW: (
            "current, now, right now, at the moment, currently, going on, happening, at present, on now, just "
            "now, ongoing"
        ),
        Ask.NEXT: (
            "next, is there still, whats next, then, and after, and then, what after, "
            "after this, after that, afterwards, coming up, later, upcoming, following, follows, anything else, "
            "anything left, comes after, thereafter, up next, soon"
        ),
        Ask.PREVIOUS: ("before that, before this, previous session, previous, just missed, preceding, earlier"),
        Ask.PARALLEL: (
            "same time, at the same time, simultaneously, parallel, in parallel, else is on, what else, "
            "alternatives, meanwhile, alongside, clash, overlap, overlaps, while, concurrent, concurrently, at "
            "that time"
        ),
        Ask.BOTH: "both, combine, do i miss, will i miss",
        Ask.REST: (
            "what is left, whats left, left today, rest of the day, for the rest of the day, still to come, remaining, "
            "remains, the rest"
        ),
        Ask.FREE: (
            "free room, free rooms, empty, vacant, available, not in use, unused, free, quiet place, quiet "
            "spot, somewhere quiet, quiet room, phone call, make a call, take a call, unoccupied"
        ),
        Ask.FIRST: (
            "first, day start, day begin, programme start, programme begin, start of the day, opens, day "
            "starts, day begins, beginning of the day, doors open, kick off, it start, event start, event begin"
        ),
        Ask.LAST: (
            "last, day end, day over, end of the day, day finish, programme end, day ends, finish today, final, "
            "closing, when are we done, it all end, go home, day finishes, close, event end, it end, everything "
            "end, can i leave, may i leave, can we leave, do we leave"
        ),
        Ask.DAY: (
            "what date, date, what day is it, which day, what day, address, town hall, city hall, which city, "
            "what city, venue, where are we, where is the network day, network day, which town, building, where "
            "is it held, where is the event, where is it"
        ),
        Ask.HOST: (
            "host, hosting, host city, who organises, organiser, organizer, who organizes, organisers, organised by"
        ),
        Ask.PAPERS: "papers, documents, paper, discussion paper, meeting papers, ibabs, attachments, meeting documents",
        Ask.CHANGES: (
            "changed, change, changes, moved, update, updates, rescheduled, relocated, new today, news, "
            "different, shifted"
        ),
        Ask.OTHER_DAYS: (
            "last time, next time, previous network day, next network day, last year, next year, other days, "
            "earlier day, previous edition, next edition, previous event, next event, previous day, upcoming "
            "network day"
        ),
        Ask.LATE: ("late, running late, delayed, missed, stuck in traffic, be late, delay, miss"),
        Ask.MEANING: (
            "what does mean, mean, means, meaning, stand for, stands for, abbreviation, acronym, what is an, "
            "what is a, define, whats an, whats a, definition"
        ),
        Ask.CALENDAR: (
            "my calendar, to my calendar, in my calendar, calendar, ics, ical, calendar file, outlook, add to "
            "calendar, put it in my calendar, google calendar"
        ),
        Ask.CALENDAR_CHECK: (
            "is my calendar still right, is my calendar right, is my calendar still correct, is my calendar correct, "
            "is my calendar up to date, is my agenda still right, check my calendar, calendar still right, "
            "calendar up to date, is everything right in my calendar, is what i have in my calendar right"
        ),
        Ask.MINE: "my programme, my program, my day, my sessions, my schedule, my agenda",
        Ask.UNFOLLOW: "unfollow, stop following, dont follow, do not follow, no longer follow",
        Ask.FOLLOW: ("follow, following group, remind me, reminder, subscribe, notify me, alert me, reminders"),
        Ask.HELP: (
            "help, what can you do, how does this work, how do you work, what can i ask, who are you, commands, "
            "are you a bot, instructions, what do you do, how does this bot work, im new here, i am new"
        ),
        Ask.THANKS: (
            "until next time, see you next time, thank, thanks, thank you, thx, ty, cheers, great, perfect, "
            "awesome, bye, goodbye, nice, cool, see you, got it, okay, much appreciated, brilliant, lovely, "
            "excellent"
        ),
        Ask.GREETING: (
            "hello, hi, good morning, good afternoon, hiya, good evening, good day, greetings, hi there, morning all"
        ),
    },
    filler=(
        "somebody anybody anyone whoever ministry department why nothing weekend colleague afterwards around "
        "approx roughly download list lists run runs sit quietly meets meet attend former hold holds kindly "
        "arrive arriving allowed read says someone else free network lot so very awfully the a an is are am be "
        "been was were will would can could should shall do does did i you we they he she it its him her them "
        "my your our me us in on at of for to from with by about into over under this that these those there "
        "here what which who whom how whats whos any anything some something all every each and or but if than "
        "as not no yes please pls plz tell show give find know want need like go going get got see have has had "
        "may might must just also too only still even ever already today day programme program session sessions "
        "meeting meetings group groups theme themes pillar pillars track tracks event events schedule slot item "
        "items thing things room rooms hall halls place held take taking takes happen happens really let lets "
        "id ill im ive youre theres isnt dont cant near part being hey hi ok okay well thematic working round "
        "table oclock minutes minute hour hours pm look looking mr mrs ms dr sir madam between during within "
        "without out up down off one ones much many more most bit quick question wonder wondering when where "
        "supposed new planned scheduled listed somewhere anywhere kind sort exactly doing done actually maybe"
    ),
    pronouns="that there it this those one them they he she its",
    names="state secretary, secretary of state, secretary for",
    leads_on="and",
    kinds={
        "lunch": "lunch, lunchtime, lunch break, food, eat, sandwiches, meal",
        "drinks": ("drinks, reception, network drinks, beer, wine, networking drinks, drink, happy hour"),
        "arrival": ("arrival, walk in, coffee, doors, welcome coffee, walkin, registration desk opens"),
        "moving": (
            "moving time, walking time, changeover, transfer, moving, transfer time, time to move, walk "
            "between, between sessions, between the sessions, between meetings, change rooms, switch rooms"
        ),
        "break": "break, breaks, pause, recess",
        "plenary": (
            "opens the day, plenary, opening, welcome, plenary opening, opening speech, opening session, plenary start"
        ),
        "talk": "talk, conversation",
        "networking": (
            "networking, networking room, networking space, network space, networking area, place to network"
        ),
    },
    groups={
        "themagroep": ("theme group, theme groups, thematic group, thematic groups, working group, working groups"),
        "pijler": "pillar, pillars, pillar meeting, pillar meetings",
        "themasessie": "theme session, theme sessions",
    },
    facts={
        "wifi": "wi fi password, network password, password, wireless",
        "parking": "parking, park, car park, charging station, garage, park my car",
        "route": (
            "directions, how do i get there, how do i get to, public transport, train, bus, railway station, "
            "taxi, get there, travel"
        ),
        "toilet": ("toilet, toilets, restroom, restrooms, bathroom, loo, washroom, ladies room"),
        "cloakroom": "cloakroom, coat, coats, luggage, lockers, bag, bags, suitcase",
        "diet": "vegetarian, vegan, gluten free, dietary, allergy, halal, menu",
        "accessibility": "wheelchair, accessible, accessibility, elevator, lift, step free",
        "dress": "dress code, dresscode, what to wear, wear",
        "cost": "cost, costs, price, pay, fee, how much is it, for free",
        "attendance": (
            "attendees, participants, list of participants, attendee list, how many people, participant list"
        ),
        "badge": "badge, badges, name tag, registration desk, check in, front desk",
        "seats": "crowded, is it busy, how busy, fully booked, seats left, any seats, seats, places left",
        "prayer": "pray, prayer, prayer room, praying, nursing room, silent room",
        "hotel": "hotel, stay overnight, sleep, accommodation",
        "firstaid": "first aid, doctor, emergency, medical, ambulance",
        "floorplan": "floor plan, floorplan, floor, map, which floor, ground floor",
        "recording": "recording, recorded, watch back",
        "online": (
            "online, digital, digitally, remotely, from home, live stream, livestream, streamed, hybrid, "
            "virtual, virtually"
        ),
        "slides": ("slides, handouts, presentations, minutes of the meeting, report of the day"),
        "power": "charger, power outlet, socket, charge my phone, charge",
        "weather": "weather, rain, raining, temperature, forecast, umbrella, sunny",
    },
    rooms="room rooms hall halls",
    during="during the, during, while, at the, over the",
    after=("after the, after, right after the, right after, straight after, following the, immediately after"),
    before=("before the, before, prior to the, prior to, right before, just before the, just before"),
    parts={
        (0, 720): "morning, this morning, in the morning",
        (720, 1080): "afternoon, this afternoon, in the afternoon",
        (1080, 1440): "evening, tonight, this evening",
        (660, 750): "late morning, end of the morning",
        (0, 630): "early morning",
        (750, 870): "early afternoon, start of the afternoon, beginning of the afternoon",
        (900, 1080): "late afternoon, end of the afternoon",
    },
    days={
        0: "today",
        1: "tomorrow",
        -1: "yesterday",
        2: "day after tomorrow",
    },
    weekdays="monday tuesday wednesday thursday friday saturday sunday",
    months=("january february march april may june july august september october november december"),
    short={"rn": "right now"},
    titles=("minister ministers mayor mayors alderman aldermen professor professors director directors secretaries"),
    everything=("all every everything list overview entire whole full sessions meetings themagroepen"),
    ignored=(
        "car bike house child children dog cat music movie film book game sport football bitcoin politics "
        "election elections love pizza recipe joke translate capital president king queen trump newspaper score "
        "money salary holiday mother father sister brother moon write poem math match tennis news health sick "
        "birthday"
    ),
)
