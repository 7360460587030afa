// A text and its entities as DOM nodes. Nothing the bot wrote is ever read as HTML here.
// JavaScript counts in UTF-16 units, as Telegram's offsets do.
import { t } from "/page/labels.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SAFE = /^(https?:|mailto:|tel:|tg:)/i;

export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function link(address) {
  const anchor = make("a");
  if (SAFE.test(address)) anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function spoiler() {
  const button = make("button", "spoiler");
  button.type = "button";
  button.setAttribute("aria-label", t("spoiler"));
  button.addEventListener("click", () => { button.classList.add("shown"); button.removeAttribute("aria-label"); });
  return button;
}

function command(onCommand, words) {
  const button = make("button", "command");
  button.type = "button";
  button.addEventListener("click", () => onCommand(words));
  return button;
}

function wrap(entity, words, onCommand) {
  if (entity.type in TAGS) return make(TAGS[entity.type]);
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(words);
  if (entity.type === "email") return link(`mailto:${words}`);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "bot_command") return command(onCommand, words);
  return make("span");
}

function fill(parent, text, range, entities, onCommand) {
  let at = range.start;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, range.end);
    if (first.offset > at) parent.append(text.slice(at, first.offset));
    const node = wrap(first, text.slice(first.offset, end), onCommand);
    const inside = others.filter((other) => other.offset < end);
    fill(node, text, { start: Math.max(at, first.offset), end }, inside, onCommand);
    parent.append(node);
    at = end;
    rest = others.filter((other) => other.offset >= end);
  }
  if (at < range.end) parent.append(text.slice(at, range.end));
}

export function rich(text, entities, onCommand) {
  const box = make("div", "words");
  fill(box, text, { start: 0, end: text.length }, entities, onCommand);
  return box;
}
