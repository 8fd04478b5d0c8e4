// The chat page: shows what the stage tells of one person's chat, and passes on what the person does.

import { element, messageItem } from "./page_messages.js";
import { WORDS, dayOf, timeOf } from "./page_words.js";

const FIRST_PERSON = 1001;
const NEAR_THE_END = 80;
const TYPING = 5000;
const PATIENCE = 15000;
const TOAST = 3500;
const SETTLED = 300;
const RETRY = 1000;

const at = (id) => document.getElementById(id);
const messages = new Map();
const state = {
  language: "nl",
  bot: { name: "Netwerkdag", username: "", descriptions: {} },
  person: null,
  presence: "starting",
  connected: true,
  typing: false,
  clock: { now: null, speed: 1, zone: "Europe/Amsterdam", read: 0 }, // no time is shown before it is told
  commands: [],
  suggestions: {},
  asked: new Set(),
  pressed: new Map(),
  replyTo: null,
};
let person = FIRST_PERSON;
let clockDrawn = "";

// Who this tab plays

async function findPerson() {
  const asked = new URL(location.href).searchParams.get("gast");
  if (asked === "nieuw") {
    const made = await post("/stage/people", {});
    person = made.id;
    history.replaceState(null, "", `/?gast=${person}`);
  } else if (/^\d{1,15}$/.test(asked ?? "")) {
    person = Number(asked);
  }
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

// What the stage tells

function listen() {
  const source = new EventSource(`/stage/people/${person}/events`);
  const on = (name, work) => source.addEventListener(name, (event) => work(JSON.parse(event.data)));
  on("state", (told) => {
    Object.assign(state, { bot: told.bot, person: told.person, presence: told.presence, connected: true });
    Object.assign(state, { commands: told.commands, suggestions: told.suggestions, typing: false });
    setClock(told.clock);
    messages.clear();
    for (const message of told.messages) messages.set(message.id, message);
    useLanguage(told.person.language);
    at("log").scrollTop = at("log").scrollHeight;
  });
  on("message", receive);
  on("gone", ({ id }) => {
    messages.delete(id);
    item(id)?.remove();
    drawDays();
    drawEmpty();
  });
  on("toast", answered);
  on("action", () => typing(true));
  on("profile", (told) => {
    state.commands = told.commands;
    state.bot.descriptions = told.descriptions;
    drawProfile();
  });
  on("presence", (told) => {
    state.presence = told.presence;
    drawStatus();
  });
  on("clock", setClock);
  source.onerror = () => {
    state.connected = false;
    drawStatus();
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, RETRY);
  };
  addEventListener("pagehide", () => source.close());
}

function receive(message) {
  const known = messages.has(message.id);
  const follow = nearTheEnd() || message.own;
  messages.set(message.id, message);
  if (!message.own) typing(false);
  const made = messageItem(message, context());
  if (known) {
    const old = item(message.id);
    const focused = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
    made.classList.add("changed");
    old.replaceWith(made);
    if (focused >= 0) (made.querySelectorAll(".key")[focused] ?? at("text")).focus();
  } else {
    made.classList.add("new");
    at("messages").append(made);
  }
  drawDays();
  drawEmpty();
  if (follow) toTheEnd();
  else if (!known) at("down").hidden = false;
}

// What the person does

async function say(text, replyTo = null) {
  closeCommands();
  try {
    await post(`/stage/people/${person}/messages`, { text, reply_to: replyTo });
    state.asked.add(text.trim().toLowerCase());
    drawChips();
    return true;
  } catch {
    toast(WORDS[state.language].failed);
    return false;
  }
}

function reply(message) {
  state.replyTo = message?.id ?? null;
  at("replying").hidden = !message;
  at("replying-to").textContent = message ? WORDS[state.language].replying(message.text.split("\n")[0]) : "";
  at("text").focus();
}

async function press(message, button, key) {
  key.setAttribute("aria-busy", "true");
  const done = () => key.removeAttribute("aria-busy");
  try {
    const { id } = await post(`/stage/people/${person}/presses`, { message_id: message.id, data: button.data });
    state.pressed.set(id, done);
    setTimeout(done, PATIENCE);
  } catch {
    done();
    toast(WORDS[state.language].failed);
  }
}

function answered({ press: id, text, alert }) {
  state.pressed.get(id)?.();
  state.pressed.delete(id);
  if (!text) return;
  if (alert) {
    at("alert-text").textContent = text;
    at("alert").showModal();
  } else {
    toast(text);
  }
}

// What is to be seen

function context() {
  const { language, bot, clock } = state;
  return { words: WORDS[language], language, zone: clock.zone, botName: bot.name, username: bot.username, say, reply, press };
}

function item(id) {
  return at("messages").querySelector(`[data-id="${id}"]`);
}

function useLanguage(language) {
  state.language = language in WORDS ? language : "nl";
  const words = WORDS[state.language];
  document.documentElement.lang = state.language;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", words[one.dataset.label]);
  for (const one of document.querySelectorAll("[data-title]")) one.title = words[one.dataset.title];
  for (const one of document.querySelectorAll("[data-placeholder]")) one.placeholder = words[one.dataset.placeholder];
  for (const one of document.querySelectorAll("[name=language]")) one.checked = one.value === state.language;
  at("bot-name").textContent = state.bot.name;
  at("person").textContent = state.person ? words.you(state.person.name) : "";
  document.title = state.person ? `${state.bot.name} – ${state.person.name}` : state.bot.name;
  at("log").setAttribute("aria-busy", "true");
  at("messages").replaceChildren(...[...messages.values()].map((message) => messageItem(message, context())));
  clockDrawn = "";
  drawDays();
  drawEmpty();
  drawStatus();
  drawProfile();
  drawClock();
  setTimeout(() => at("log").removeAttribute("aria-busy"), SETTLED);
}

// Separators that are right stay where they are, so that a screen reader does not read them again.
function drawDays() {
  for (const one of at("messages").querySelectorAll(".day")) {
    if (!one.nextElementSibling?.classList.contains("message")) one.remove();
  }
  let last = "";
  for (const one of at("messages").querySelectorAll(".message")) {
    const day = dayOf(new Date(messages.get(Number(one.dataset.id)).date), state.clock.zone, state.language);
    const marked = one.previousElementSibling?.classList.contains("day");
    if (day !== last && !marked) one.before(element("li", { className: "day" }, element("span", { textContent: day })));
    if (day === last && marked) one.previousElementSibling.remove();
    last = day;
  }
}

function drawEmpty() {
  at("empty").hidden = messages.size > 0;
  drawChips();
}

function drawChips() {
  const own = [...messages.values()].filter((message) => message.own && message.text !== "/start").length;
  const left = (state.suggestions[state.language] ?? []).filter((text) => !state.asked.has(text.toLowerCase()));
  at("chips").hidden = own >= 3 || left.length === 0;
  at("chips").replaceChildren(
    ...left.map((text) => element("button", { type: "button", className: "chip", textContent: text, onclick: () => say(text) })),
  );
}

function drawStatus() {
  const words = WORDS[state.language];
  const situation = !state.connected ? "lost" : state.typing ? "typing" : state.presence;
  const status = at("status").firstElementChild;
  if (status.textContent !== words[situation]) status.textContent = words[situation];
  at("status").dataset.situation = situation;
  const notice = words[`${situation}Notice`] ?? "";
  at("notice").hidden = !notice;
  if (at("notice").textContent !== notice) at("notice").textContent = notice;
}

function typing(on) {
  state.typing = on;
  clearTimeout(typing.timer);
  if (on) typing.timer = setTimeout(() => typing(false), TYPING);
  drawStatus();
}

function toast(text) {
  at("toast").textContent = text;
  at("toast").classList.add("shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => {
    at("toast").classList.remove("shown");
    at("toast").textContent = "";
  }, TOAST);
}

// The clock of the day

function setClock(told) {
  state.clock = { ...told, read: performance.now() };
  drawClock();
}

function drawClock() {
  const { now, speed, zone, read } = state.clock;
  if (now === null) return;
  const date = new Date(now + (performance.now() - read) * speed);
  const time = timeOf(date, zone, state.language, true);
  if (time === clockDrawn) return;
  clockDrawn = time;
  at("time").textContent = time;
  at("day").textContent = dayOf(date, zone, state.language, innerWidth < 700 ? "short" : "long");
  at("speed").hidden = speed === 1;
  at("speed").textContent = WORDS[state.language].faster(speed);
}

// Scrolling

function nearTheEnd() {
  const log = at("log");
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
}

function toTheEnd() {
  at("down").hidden = true;
  at("log").scrollTo({ top: at("log").scrollHeight });
}

// What the bot told about itself: its description and the menu of commands

function drawProfile() {
  at("description").textContent = state.bot.descriptions[state.language] || WORDS[state.language].description;
  drawCommands();
}

function drawCommands() {
  const typed = at("text").value.match(/^\/(\w*)$/)?.[1];
  const fitting = state.commands.filter(({ command }) => typed === undefined || command.startsWith(typed));
  at("menu").hidden = state.commands.length === 0;
  at("commands").replaceChildren(...fitting.map(({ command, description }) => {
    const button = element(
      "button",
      { type: "button", onclick: () => choose(command) },
      element("span", { className: "command", textContent: `/${command}` }),
      element("span", { className: "command-description", textContent: description }),
    );
    return element("li", {}, button);
  }));
  if (fitting.length === 0) closeCommands();
}

function choose(command) {
  at("text").value = "";
  sized();
  say(`/${command}`);
  at("text").focus();
}

function openCommands() {
  drawCommands();
  const some = at("commands").childElementCount > 0;
  at("commands").hidden = !some;
  at("menu").setAttribute("aria-expanded", String(some));
}

function closeCommands() {
  at("commands").hidden = true;
  at("menu").setAttribute("aria-expanded", "false");
}

function walkCommands(step) {
  const buttons = [...at("commands").querySelectorAll("button")];
  const next = buttons.indexOf(document.activeElement) + step;
  (next < 0 ? at("text") : buttons[Math.min(next, buttons.length - 1)]).focus();
}

// The text field

function sized() {
  const text = at("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
  at("send").disabled = text.value.trim() === "";
}

async function send() {
  const text = at("text").value;
  if (text.trim() === "") return;
  const replyTo = state.replyTo;
  at("text").value = "";
  sized();
  if (await say(text, replyTo)) {
    if (replyTo !== null && state.replyTo === replyTo) reply(null);
  } else if (at("text").value === "") {
    at("text").value = text;
    sized();
  }
}

at("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
at("text").addEventListener("input", () => {
  sized();
  if (/^\/\w*$/.test(at("text").value)) openCommands();
  else closeCommands();
});
document.addEventListener("keydown", (event) => {
  if (at("commands").hidden) return;
  if (event.key === "Escape") {
    closeCommands();
    at("text").focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    walkCommands(event.key === "ArrowDown" ? 1 : -1);
  }
});
document.addEventListener("pointerdown", (event) => {
  if (!at("commands").hidden && !event.target.closest("#commands, #composer")) closeCommands();
});
at("menu").addEventListener("click", () => (at("commands").hidden ? openCommands() : closeCommands()));
at("start").addEventListener("click", () => {
  const parameter = new URL(location.href).searchParams.get("start") ?? "";
  say(/^[\w-]{1,64}$/.test(parameter) ? `/start ${parameter}` : "/start");
  at("text").focus();
});
at("no-reply").addEventListener("click", () => reply(null));
at("down").addEventListener("click", toTheEnd);
at("log").addEventListener("scroll", () => {
  if (nearTheEnd()) at("down").hidden = true;
});
for (const choice of document.querySelectorAll("[name=language]")) {
  choice.addEventListener("change", async () => {
    useLanguage(choice.value);
    try {
      await post(`/stage/people/${person}/language`, { language_code: choice.value });
    } catch {
      toast(WORDS[state.language].failed);
    }
  });
}
new ResizeObserver(() => at("down").hidden && toTheEnd()).observe(at("log"));
setInterval(drawClock, 200);

useLanguage("nl");
await findPerson();
listen();
