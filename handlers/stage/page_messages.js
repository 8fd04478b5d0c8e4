// Turns messages into elements. Text only ever becomes text: nothing here reads markup from data.

import { sizeOf, timeOf } from "./page_words.js";

const SVG = "http://www.w3.org/2000/svg";
const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function icon(...paths) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

const ICONS = {
  calendar: ["M5 6h14v14H5z", "M5 10.5h14M9 3.5V7M15 3.5V7", "M9 15h2.5v2H9z"],
  file: ["M7 3.5h7l4 4V20.5H7z", "M14 3.5V8h4"],
  reply: ["M10 7.5 5.5 12l4.5 4.5", "M5.5 12H14a4.5 4.5 0 0 1 4.5 4.5V18"],
};

/** Gives a safe address, or nothing: only pages and mail are opened. */
function safeAddress(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}

/** Gives what stands behind a link to the bot itself ("" for a bare one), or null for any other link. */
export function startParameter(address, username) {
  try {
    const url = new URL(address);
    const own = url.hostname === "t.me" && url.pathname.slice(1).toLowerCase() === username.toLowerCase();
    return own ? (url.searchParams.get("start") ?? "") : null;
  } catch {
    return null;
  }
}

function linkTo(address, context) {
  const parameter = startParameter(address, context.username);
  if (parameter !== null) {
    return element("button", {
      type: "button",
      className: "link",
      onclick: () => context.say(parameter ? `/start ${parameter}` : "/start"),
    });
  }
  const href = safeAddress(address);
  return href ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }) : element("span");
}

function wrapper(entity, text, context) {
  const covered = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case "text_link":
      return linkTo(entity.url, context);
    case "url":
      return linkTo(covered, context);
    case "email":
      return linkTo(`mailto:${covered}`, context);
    case "bot_command":
      return element("button", { type: "button", className: "link", onclick: () => context.say(covered) });
    case "spoiler": {
      const hidden = element("button", { type: "button", className: "spoiler", title: context.words.spoiler });
      hidden.onclick = () => hidden.classList.add("shown");
      return hidden;
    }
    default:
      return element(TAGS[entity.type] ?? "span");
  }
}

/** Writes text[start, end) into an element. Offsets count UTF-16 units, as JavaScript does. */
function write(parent, text, start, end, entities, context) {
  let at = start;
  const inside = [...entities];
  while (inside.length > 0) {
    const entity = inside.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    parent.append(text.slice(at, from));
    const nested = [];
    while (inside.length > 0 && inside[0].offset < to) nested.push(inside.shift());
    const made = wrapper(entity, text, context);
    write(made, text, from, to, nested, context);
    parent.append(made);
    at = to;
  }
  parent.append(text.slice(at, end));
}

function attachment(file, context) {
  if (file.kind === "photo") {
    const image = element("img", { src: file.href, alt: context.words.photo, width: file.width, height: file.height });
    return element("a", { className: "photo", href: file.href, target: "_blank", rel: "noopener" }, image);
  }
  const size = sizeOf(file.size, context.language);
  const link = element("a", { className: "file", href: file.href, download: file.name });
  link.setAttribute("aria-label", context.words.download(file.name, size));
  const kind = file.name.endsWith(".ics") ? "calendar" : "file";
  link.append(
    element("span", { className: `file-icon ${kind}` }, icon(...ICONS[kind])),
    element(
      "span",
      { className: "file-facts" },
      element("span", { className: "file-name", textContent: file.name }),
      element("span", { className: "file-size", textContent: size }),
    ),
  );
  return link;
}

function keyboard(message, context) {
  const rows = message.buttons.map((row) => element("div", { className: "key-row" }, ...row.map((button) => key(button))));
  return element("div", { className: "keys" }, ...rows);

  function key(button) {
    if (button.url) {
      const made = linkTo(button.url, context);
      made.classList.add("key");
      made.append(button.text);
      if (made.tagName === "A") {
        made.append(
          icon("M8 16 16.5 7.5M9.5 7.5h7v7"),
          element("span", { className: "visually-hidden", textContent: `, ${context.words.opens}` }),
        );
      }
      return made;
    }
    const made = element("button", { type: "button", className: "key", textContent: button.text });
    made.onclick = () => context.press(message, button, made);
    return made;
  }
}

function replyKey(message, context) {
  const made = element("button", { type: "button", className: "reply", title: context.words.reply }, icon(...ICONS.reply));
  made.setAttribute("aria-label", context.words.reply);
  made.onclick = () => context.reply(message);
  return made;
}

/** Makes the list item of a message. */
export function messageItem(message, context) {
  const { words, language, zone } = context;
  const time = timeOf(new Date(message.date), zone, language);
  const who = message.own ? words.yourself : context.botName;
  const item = element("li", { className: message.own ? "message own" : "message" });
  item.dataset.id = message.id;
  const bubble = element("div", { className: "bubble" });
  bubble.append(element("span", { className: "visually-hidden", textContent: words.from(who, time) }));
  if (message.file) bubble.append(attachment(message.file, context));
  const text = element("div", { className: "text" });
  write(text, message.text, 0, message.text.length, message.entities, context);
  const meta = element("span", { className: "meta" });
  if (message.edits > 0 && !message.own) meta.append(element("span", { className: "edited", textContent: `${words.edited} ` }));
  const stamp = element("time", { textContent: time, dateTime: new Date(message.date).toISOString() });
  stamp.setAttribute("aria-hidden", "true");
  meta.append(stamp);
  text.append(meta);
  bubble.append(text);
  item.append(bubble);
  if (!message.own && message.text) item.append(replyKey(message, context));
  if (message.buttons.length > 0) item.append(keyboard(message, context));
  return item;
}
