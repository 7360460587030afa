// The roles, the date and the drawer that holds them on a phone.
import { fullDay, spoken, t } from "/page/labels.js";
import { make } from "/page/richtext.js";

const side = document.getElementById("side");
const phone = document.getElementById("phone");
const open = document.getElementById("side-open");
const narrow = matchMedia("(max-width: 799px)");

export function drawer(shown) {
  side.classList.toggle("open", shown);
  side.inert = narrow.matches && !shown;
  phone.inert = narrow.matches && shown;
  open.setAttribute("aria-expanded", String(shown));
  if (narrow.matches && shown) side.querySelector("[aria-current], button").focus();
}

export function closeDrawer() {
  if (!side.classList.contains("open")) return;
  drawer(false);
  open.focus();
}

narrow.addEventListener("change", () => drawer(false));
open.addEventListener("click", () => drawer(true));
document.getElementById("side-close").addEventListener("click", closeDrawer);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeDrawer(); });
document.addEventListener("pointerdown", (event) => { if (!side.contains(event.target)) closeDrawer(); });
drawer(false);

function entry({ name, text, person, chat, colour, sub }, choose) {
  const item = make("li");
  const button = make("button", sub ? "role sub" : "role");
  button.type = "button";
  const face = make("span", `avatar c${colour % 6}`, name.split(" ").slice(0, 2).map((word) => word[0]).join(""));
  face.setAttribute("aria-hidden", "true");
  const words = make("span", "role-words");
  words.append(make("strong", "", name), make("small", "", text));
  button.append(face, words);
  button.addEventListener("click", () => choose(person, chat));
  item.append(button);
  return item;
}

function badge(count) {
  const box = make("span", "badge");
  const shown = make("span", "", String(count));
  shown.setAttribute("aria-hidden", "true");
  box.append(shown, make("span", "hidden", t("unread", { n: count })));
  return box;
}

const described = (person) => (spoken() === "en" && person.description_en) || person.description || person.phone;

const roles = document.getElementById("roles");
let listed = "";

// The list is built anew only when somebody came or the language changed: a button that is being pressed or has the
// focus must stay the same button while messages arrive elsewhere.
export function showRoles(people, now, unread, choose) {
  const entries = people.flatMap((person, colour) => [
    { name: person.first_name, text: described(person), person: person.id, chat: person.id, colour },
    ...person.groups.map((group) => (
      { name: group.title, text: person.first_name, person: person.id, chat: group.id, colour, sub: true })),
  ]);
  if (listed !== JSON.stringify(entries)) {
    listed = JSON.stringify(entries);
    roles.replaceChildren(...entries.map((each) => entry(each, choose)));
  }
  roles.querySelectorAll("button").forEach((button, at) => {
    const { person, chat } = entries[at];
    if (person === now.person && chat === now.chat) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.querySelector(".badge")?.remove();
    const count = unread.get(`${person}:${chat}`);
    if (count) button.append(badge(count));
  });
}

// What is written on the person's cards, to be typed when the bot asks.
export function showWallet(person) {
  const papers = person?.papers || [];
  document.getElementById("wallet").hidden = !papers.length;
  document.getElementById("papers").replaceChildren(...papers.map((line) => make("li", "", line)));
}

export function showDate(state) {
  document.getElementById("clock").hidden = !state.clock;
  const date = document.getElementById("date");
  date.dateTime = state.now;
  date.textContent = fullDay(state.now);
}
