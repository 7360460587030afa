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
  const wasOpen = side.classList.contains("open");
  drawer(false);
  if (wasOpen) open.focus();
}

narrow.addEventListener("change", () => drawer(false));
open.addEventListener("click", () => drawer(true));
document.getElementById("side-close").addEventListener("click", closeDrawer);
side.addEventListener("keydown", (event) => { if (event.key === "Escape") closeDrawer(); });
drawer(false);

function entry({ name, text, person, chat, current, unread, colour, sub }, choose) {
  const item = make("li");
  const button = make("button", sub ? "role sub" : "role");
  button.type = "button";
  if (current) button.setAttribute("aria-current", "true");
  const face = make("span", `avatar c${colour % 6}`, name.split(" ").slice(0, 2).map((word) => word[0]).join(""));
  face.setAttribute("aria-hidden", "true");
  const words = make("span", "role-words");
  words.append(make("strong", "", name), make("small", "", text));
  button.append(face, words);
  if (unread) {
    const badge = make("span", "badge");
    const shown = make("span", "", String(unread));
    shown.setAttribute("aria-hidden", "true");
    badge.append(shown, make("span", "hidden", t("unread", { n: unread })));
    button.append(badge);
  }
  button.addEventListener("click", () => choose(person, chat));
  item.append(button);
  return item;
}

const described = (person) => (spoken() === "en" && person.description_en) || person.description || person.phone;

export function showRoles(people, now, unread, choose) {
  const list = document.getElementById("roles");
  const entries = [];
  people.forEach((person, colour) => {
    const mark = (chat) => ({ person: person.id, chat, colour, unread: unread.get(`${person.id}:${chat}`),
      current: person.id === now.person && chat === now.chat });
    entries.push(entry({ ...mark(person.id), name: person.first_name, text: described(person) }, choose));
    for (const group of person.groups) {
      entries.push(entry({ ...mark(group.id), name: group.title, text: person.first_name, sub: true }, choose));
    }
  });
  list.replaceChildren(...entries);
}

export function showDate(state) {
  document.getElementById("clock").hidden = !state.clock;
  const date = document.getElementById("date");
  date.dateTime = state.now;
  date.textContent = fullDay(state.now);
}
