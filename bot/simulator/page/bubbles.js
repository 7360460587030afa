// One message as a bubble with its buttons.
import { hour, t } from "/page/labels.js";
import { make, rich } from "/page/richtext.js";

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function attachment(message) {
  const address = `/_sim/file/${encodeURIComponent(message.file.id)}`;
  if (message.kind === "photo" || message.kind === "sticker") {
    const image = make("img", message.kind);
    image.src = address;
    image.alt = t(message.kind);
    return image;
  }
  const anchor = make("a", "document");
  anchor.href = address;
  anchor.download = message.file.name;
  const icon = make("span", "file-icon", message.kind === "voice" ? "\u266A" : "\u2193");
  icon.setAttribute("aria-hidden", "true");
  const words = make("span", "file-words");
  const name = message.kind === "voice" ? t("voice") : message.file.name;
  words.append(make("strong", "", name), make("small", "", size(message.file.size)));
  anchor.append(icon, words);
  return anchor;
}

function card(message) {
  const box = make("div", "card");
  const { contact, place } = message;
  box.append(make("strong", "", contact ? contact.first_name : t("place")));
  box.append(make("span", "", contact ? contact.phone : `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`));
  return box;
}

function foot(message) {
  const line = make("div", "foot");
  if (message.protected) {
    const lock = make("span", "lock");
    lock.title = t("protect");
    lock.append(make("span", "hidden", t("protect")));
    line.append(lock);
  }
  if (message.edited) line.append(make("span", "", t("edited")));
  const time = make("time", "", hour(message.at));
  time.dateTime = message.at;
  line.append(time);
  return line;
}

function button(message, each, doing) {
  const control = make(each.url ? "a" : "button", "choice", each.label);
  if (each.url) {
    control.href = each.url;
    control.target = "_blank";
    control.rel = "noopener noreferrer";
    control.classList.add("away");
    control.append(make("span", "hidden", ` ${t("newTab")}`));
    return control;
  }
  control.type = "button";
  if (each.copy) {
    control.classList.add("copies");
    control.append(make("span", "hidden", ` ${t("copy")}`));
  }
  control.addEventListener("click", () => (each.copy ? doing.copy(each.copy) : doing.press(message, each, control)));
  return control;
}

function choices(message, doing) {
  const box = make("div", "choices");
  for (const row of message.rows) {
    const line = make("div", "row");
    line.append(...row.map((each) => button(message, each, doing)));
    box.append(line);
  }
  return box;
}

// `mine` tells whether the reader wrote it; `doing` holds press, copy and say.
export function bubble(message, mine, doing) {
  const item = make("article", `message ${mine ? "mine" : "theirs"} ${message.kind}`);
  item.dataset.id = message.id;
  const body = make("div", "bubble");
  body.append(make("span", message.bot || mine ? "hidden" : "name", `${mine ? t("you") : message.name}: `));
  if (message.file) body.append(attachment(message));
  if (message.contact || message.place) body.append(card(message));
  if (message.text) body.append(rich(message.text, message.entities, doing.say));
  body.append(foot(message));
  item.append(body);
  if (message.rows.length) item.append(choices(message, doing));
  return item;
}
