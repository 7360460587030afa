// The chat page: keeps one chat in step with the simulator and turns what a visitor does into acts of a person.
import { act, listen, look, upload } from "/page/api.js";
import { bubble } from "/page/bubbles.js";
import { ask, bottom, fields, showCommands, toast } from "/page/controls.js";
import { day, shortDay, speak, t, translate } from "/page/labels.js";
import { make } from "/page/richtext.js";
import { closeDrawer, showDate, showRoles, showWallet } from "/page/side.js";

const find = (id) => document.getElementById(id);
const log = find("log");
const field = find("text");
const now = { person: 0, chat: 0 };
const unread = new Map();
let state = { people: [] };
let chat = { messages: [] };
let waiting = new Map();
let typingUntil = 0;
let heard = 0;

const me = () => state.people.find((person) => person.id === now.person);
const attempt = (promise) => promise.catch((problem) => toast(t("failed", { text: problem.message })));
const say = (text) => attempt(act("say", { person: now.person, chat: now.chat, text }));

const doing = {
  say,
  press(message, button, control) {
    control.setAttribute("aria-busy", "true");
    const wanted = { person: now.person, chat: now.chat, message: message.id, button: button.number };
    const calm = () => control.removeAttribute("aria-busy");
    setTimeout(calm, 8000);
    attempt(act("press", wanted).then(({ query }) => waiting.set(query, calm), (problem) => { calm(); throw problem; }));
  },
  async copy(text) {
    try { await navigator.clipboard.writeText(text); } catch { /* shown below, so it can be copied by hand */ }
    toast(t("copied", { text }));
  },
};

// A message taller than the chat is shown from its first line; `resting` is where we left the reader.
let resting = -1;
const atBottom = () => log.scrollTop === resting || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
function toBottom() {
  const last = log.querySelector(".message.theirs:last-child");
  const tall = last && last.offsetHeight > log.clientHeight;
  log.scrollTop = tall ? last.offsetTop - log.offsetTop - 8 : log.scrollHeight;
  resting = log.scrollTop;
}

function add(message) {
  const last = log.dataset.day;
  if (last !== day(message.at)) {
    log.dataset.day = day(message.at);
    log.append(make("p", "day", day(message.at)));
  }
  log.append(bubble(message, message.sender === now.person, doing));
}

function showStatus() {
  const typing = Date.now() < typingUntil;
  const kind = t(chat.group ? "members" : "bot");
  find("status").textContent = typing ? t("typing") : state.clock ? `${kind} · ${shortDay(state.now)}` : kind;
}

function showFrame() {
  find("title").textContent = chat.title;
  find("bot-avatar").textContent = chat.title.slice(0, 1);
  document.title = `${chat.title} · SIMULATOR`;
  find("block").hidden = chat.group || !chat.started;
  find("block").textContent = t(chat.blocked ? "unblock" : "block");
  bottom(chat, pressKey);
  showStatus();
}

function showLog() {
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  delete log.dataset.day;
  if (!chat.messages.length && !chat.group) {
    const card = make("div", "about");
    card.append(make("h2", "", t("about")), make("p", "", state.description || t("empty")));
    log.append(card);
  }
  chat.messages.forEach(add);
  log.removeAttribute("aria-busy");
  toBottom();
}

async function refreshState() {
  state = await look(`state?person=${now.person}`);
  if (!me() && state.people.length) [now.person, now.chat] = [state.people[0].id, state.people[0].id];
  speak(me()?.language_code);
  translate(document);
  showDate(state);
  showWallet(me());
  showRoles(state.people, now, unread, choose);
  showCommands(state.commands, say);
}

async function refresh() {
  await refreshState();
  if (!now.chat) return;
  let before;
  do { // an event that came meanwhile is newer than the answer
    before = heard;
    chat = await look(`chat/${now.chat}`);
  } while (heard !== before);
  showFrame();
  showLog();
}

async function choose(person, chatId) {
  [now.person, now.chat] = [person, chatId];
  unread.delete(`${person}:${chatId}`);
  const address = new URL(location.href);
  address.searchParams.set("user", person);
  history.replaceState(null, "", address);
  closeDrawer();
  await attempt(refresh());
}

async function pressKey(key) {
  if (key.wants === "contact") {
    if (await ask(t("askContact", { phone: me().phone }), t("share"))) await attempt(act("contact", { person: now.person }));
  } else if (key.wants === "location") {
    if (await ask(t("askPlace"), t("share"), true)) await attempt(act("place", { person: now.person, ...fields() }));
  } else await say(key.label);
}

function arrived(event) {
  const { message } = event;
  if (event.chat !== now.chat) {
    for (const person of state.people) {
      const here = person.id === event.chat || person.groups.some((group) => group.id === event.chat);
      const key = `${person.id}:${event.chat}`;
      if (here && message.sender !== person.id) unread.set(key, (unread.get(key) || 0) + 1);
    }
    showRoles(state.people, now, unread, choose);
    return;
  }
  const follow = atBottom() || message.sender === now.person;
  if (log.querySelector(".about")) { chat.started = true; log.replaceChildren(); showFrame(); }
  if (!log.querySelector(`[data-id="${message.id}"]`)) add(message);
  if (message.bot) typingUntil = 0;
  showStatus();
  if (follow) toBottom();
}

function changed({ chat: where, message }) {
  const old = where === now.chat && log.querySelector(`[data-id="${message.id}"]`);
  if (!old) return;
  const follow = atBottom();
  const held = old.contains(document.activeElement);
  const fresh = message.deleted ? null : bubble(message, message.sender === now.person, doing);
  if (fresh) old.replaceWith(fresh); else old.remove();
  if (held) (fresh?.querySelector("button, a") || log).focus({ preventScroll: true });
  if (follow) toBottom();
}

const hear = {
  hello: () => attempt(refresh()),
  message: arrived,
  edited: changed,
  deleted: changed,
  keyboard(event) { if (event.chat === now.chat) { chat.keyboard = event.keyboard; bottom(chat, pressKey); toBottom(); } },
  action(event) {
    if (event.chat !== now.chat) return;
    typingUntil = Date.now() + 5000;
    showStatus();
    setTimeout(showStatus, 5100);
  },
  answer(event) {
    waiting.get(event.query)?.();
    waiting.delete(event.query);
    if (event.person !== now.person || !event.text) return;
    if (event.alert) ask(event.text, t("ok"), false, true); else toast(event.text);
  },
  clock: () => attempt(refreshState().then(showStatus)),
  commands: () => attempt(refreshState().then(() => { if (!chat.started) showLog(); })),
  people: () => attempt(refresh()),
  chat: () => attempt(refresh()),
};

find("bar").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  field.value = "";
  field.dispatchEvent(new Event("input"));
  say(text);
  field.focus();
});
find("start").addEventListener("click", async () => {
  if (chat.blocked) await attempt(act("block", { person: now.person, blocked: false }));
  await say("/start");
  [chat.started, chat.blocked] = [true, false];
  showFrame();
  field.focus();
});
find("block").addEventListener("click", async () => {
  const blocked = !chat.blocked;
  if (!blocked || (await ask(t("askBlock"), t("block")))) await attempt(act("block", { person: now.person, blocked }));
});
find("attach").addEventListener("click", () => find("file").click());
find("file").addEventListener("change", async (event) => {
  for (const file of event.target.files) await attempt(upload(now.person, file));
  event.target.value = "";
});
for (const button of document.querySelectorAll("[data-days]")) {
  button.addEventListener("click", () => attempt(act("clock", { days: Number(button.dataset.days) })));
}
for (const button of document.querySelectorAll("button[data-language]")) {
  button.addEventListener("click", () => attempt(act("language", { person: now.person, language: button.dataset.language })));
}

const asked = Number(new URLSearchParams(location.search).get("user"));
[now.person, now.chat] = [asked, asked];
translate(document);
listen((event) => { heard += 1; hear[event.kind]?.(event); }, () => toast(t("lost")));
