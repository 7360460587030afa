// The bottom bar, the command menu, Telegram's own questions and short notices.
import { t } from "/page/labels.js";
import { make } from "/page/richtext.js";

const find = (id) => document.getElementById(id);
const field = find("text");
const menu = find("menu");
const panel = find("commands");
const box = find("box");
const notice = find("toast");
let quiet = 0;

export function toast(text) {
  notice.textContent = text;
  notice.classList.add("shown");
  clearTimeout(quiet);
  quiet = setTimeout(() => { notice.classList.remove("shown"); notice.textContent = ""; }, 4000);
}

// Telegram's confirmation box; resolves to whether the person agreed.
export function ask(text, yes, withFields = false, onlyYes = false) {
  find("box-text").textContent = text;
  find("box-yes").textContent = yes;
  find("box-no").hidden = onlyYes;
  find("box-fields").hidden = !withFields;
  box.returnValue = "no";
  box.showModal();
  find("box-yes").focus();
  return new Promise((resolve) => box.addEventListener("close", () => resolve(box.returnValue === "yes"), { once: true }));
}

export const fields = () => ({ latitude: Number(find("latitude").value), longitude: Number(find("longitude").value) });

function key(each, onKey) {
  const button = make("button", "key", each.label);
  button.type = "button";
  button.addEventListener("click", () => onKey(each));
  return button;
}

// What stands below the chat: the text field, START, or the way back after blocking; and the bot's keys.
export function bottom(chat, onKey) {
  const silent = !chat.group && (!chat.started || chat.blocked);
  find("bar").hidden = silent;
  find("start").hidden = !silent;
  find("start").textContent = t(chat.blocked ? "restart" : "start");
  const keys = silent ? null : chat.keyboard;
  find("keys").hidden = !keys;
  find("keys").replaceChildren(...(keys?.keys || []).map((row) => {
    const line = make("div", "row");
    line.append(...row.map((each) => key(each, onKey)));
    return line;
  }));
  field.placeholder = keys?.hint || t("write");
}

function openMenu(shown) {
  panel.hidden = !shown;
  menu.setAttribute("aria-expanded", String(shown));
}

export function showCommands(commands, say) {
  menu.hidden = !commands.length;
  panel.querySelector("ul").replaceChildren(...commands.map(({ command, description }) => {
    const item = make("li");
    const button = make("button");
    button.type = "button";
    button.dataset.command = `/${command}`;
    button.append(make("strong", "", `/${command}`), make("span", "", description));
    button.addEventListener("click", () => { openMenu(false); field.value = ""; field.focus(); say(`/${command}`); });
    item.append(button);
    return item;
  }));
}

function filter() {
  const typed = field.value;
  const suggest = /^\/\w*$/.test(typed) && !menu.hidden;
  let any = false;
  for (const button of panel.querySelectorAll("button")) {
    button.parentElement.hidden = suggest && !button.dataset.command.startsWith(typed);
    any ||= !button.parentElement.hidden;
  }
  openMenu(suggest && any);
}

menu.addEventListener("click", () => {
  for (const item of panel.querySelectorAll("li")) item.hidden = false;
  openMenu(panel.hidden);
  if (!panel.hidden) panel.querySelector("button").focus();
});
for (const each of [panel, field, menu]) {
  each.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) { openMenu(false); field.focus(); }
  });
}
field.addEventListener("input", () => {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
  filter();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    openMenu(false);
    find("bar").requestSubmit();
  }
});
