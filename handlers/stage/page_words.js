// The page's own words. The bot's words come from the bot.

export const WORDS = {
  nl: {
    skip: "Naar het tekstvak",
    clock: "De klok van de dag:",
    faster: (speed) => `${speed}× zo snel`,
    language: "Taal in Telegram",
    newPerson: "Nieuwe gast",
    newPersonHint: "Speel nog iemand, in een eigen tabblad",
    aboutTitle: "De netwerkdag in een chat",
    aboutBot: "Dit is de echte bot, zonder Telegram. Alles draait op deze computer.",
    aboutClock: "De klok staat op de dag zelf en loopt door. Herinneringen komen vanzelf.",
    aboutPeople: "Met Nieuwe gast speelt u nog iemand, in een eigen tabblad.",
    you: (name) => `U bent ${name}`,
    starting: "De bot start…",
    here: "bot",
    typing: "typt…",
    gone: "De bot is gestopt",
    goneNotice: "De bot is gestopt. Uw bericht blijft staan tot hij er weer is.",
    lost: "Geen verbinding",
    lostNotice: "Deze pagina heeft geen verbinding. Draait het programma nog?",
    emptyTitle: "Wat kan deze bot?",
    description: "Vraag waar en wanneer iets is op de netwerkdag.",
    emptyHint: "Druk op Start, of stel meteen uw vraag.",
    newMessages: "Nieuwe berichten",
    chips: "Voorbeelden van vragen",
    commands: "Menu",
    openMenu: "Menu openen",
    message: "Bericht",
    placeholder: "Stel uw vraag",
    send: "Verstuur",
    reply: "Antwoord op dit bericht",
    replying: (text) => `Antwoord op: ${text}`,
    noReply: "Antwoord niet op dit bericht",
    edited: "gewijzigd",
    from: (who, time) => `${who}, ${time} uur:`,
    yourself: "U",
    photo: "Foto",
    download: (name, size) => `Download ${name}, ${size}`,
    opens: "opent een nieuwe pagina",
    spoiler: "Toon verborgen tekst",
    failed: "Dat is niet gelukt. Probeer het opnieuw.",
    close: "Sluiten",
    units: ["bytes", "kB", "MB"],
  },
  en: {
    skip: "To the text field",
    clock: "The clock of the day:",
    faster: (speed) => `${speed}× as fast`,
    language: "Language in Telegram",
    newPerson: "New guest",
    newPersonHint: "Play one more person, in a tab of their own",
    aboutTitle: "The network day in a chat",
    aboutBot: "This is the real bot, without Telegram. It all runs on this computer.",
    aboutClock: "The clock stands on the day itself and runs on. Reminders come by themselves.",
    aboutPeople: "With New guest you play one more person, in a tab of their own.",
    you: (name) => `You are ${name}`,
    starting: "The bot is starting…",
    here: "bot",
    typing: "typing…",
    gone: "The bot has stopped",
    goneNotice: "The bot has stopped. Your message waits until it is back.",
    lost: "No connection",
    lostNotice: "This page has no connection. Is the program still running?",
    emptyTitle: "What can this bot do?",
    description: "Ask where and when things are on the network day.",
    emptyHint: "Press Start, or just ask your question.",
    newMessages: "New messages",
    chips: "Examples of questions",
    commands: "Menu",
    openMenu: "Open menu",
    message: "Message",
    placeholder: "Ask your question",
    send: "Send",
    reply: "Reply to this message",
    replying: (text) => `Reply to: ${text}`,
    noReply: "Do not reply to this message",
    edited: "edited",
    from: (who, time) => `${who}, ${time}:`,
    yourself: "You",
    photo: "Photo",
    download: (name, size) => `Download ${name}, ${size}`,
    opens: "opens a new page",
    spoiler: "Show hidden text",
    failed: "That did not work. Please try again.",
    close: "Close",
    units: ["bytes", "kB", "MB"],
  },
};

const LOCALES = { nl: "nl-NL", en: "en-GB" };

export function timeOf(date, zone, language, seconds = false) {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(date);
  const part = (type) => parts.find((one) => one.type === type).value;
  const short = `${part("hour")}.${part("minute")}`;
  return seconds ? `${short}.${part("second")}` : short;
}

export function dayOf(date, zone, language, width = "long") {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    weekday: width,
    day: "numeric",
    month: width,
    year: "numeric",
  }).format(date);
}

export function sizeOf(bytes, language) {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < 2) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(size);
  return `${number} ${WORDS[language].units[unit]}`;
}
