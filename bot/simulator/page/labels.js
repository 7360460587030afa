// The page's own words, in Indonesian and English. What the bot says is not in here.
const WORDS = {
  id: {
    banner: "Bukan Telegram asli · data contoh",
    roles: "Pilih peran", rolesHint: "Setiap peran punya ponsel sendiri.", wallet: "Di dompetnya (contoh)", clock: "Tanggal simulasi",
    day: "+1 hari", week: "+7 hari", language: "Bahasa aplikasi", close: "Tutup", log: "Percakapan",
    commands: "Menu perintah", write: "Pesan", attach: "Lampirkan berkas", send: "Kirim", keys: "Tombol balasan",
    latitude: "Lintang", longitude: "Bujur", cancel: "Batal", ok: "OK", share: "Bagikan", bot: "bot",
    members: "grup", typing: "sedang mengetik…", block: "Blokir", unblock: "Buka blokir", start: "MULAI",
    restart: "MULAI LAGI", blocked: "Anda memblokir bot ini.", askBlock: "Blokir bot ini? Bot tidak bisa lagi menulis kepada Anda.",
    askContact: "Bagikan nomor telepon Anda ({phone}) kepada bot ini?", askPlace: "Bagikan lokasi Anda kepada bot ini?",
    copied: "Disalin: {text}", edited: "diedit", protect: "tidak bisa diteruskan", contact: "Kontak", place: "Lokasi",
    photo: "Foto", voice: "Pesan suara", sticker: "Stiker", spoiler: "Tampilkan teks tersembunyi", newTab: "(tab baru)",
    copy: "(salin)", failed: "Tidak berhasil: {text}", lost: "Sambungan ke simulator terputus. Mencoba lagi…",
    about: "Apa yang bisa dilakukan bot ini?", you: "Anda", unread: "{n} pesan baru", empty: "Belum ada pesan.",
  },
  en: {
    banner: "Not the real Telegram · sample data",
    roles: "Choose a role", rolesHint: "Each role has a phone of its own.", wallet: "In their wallet (made up)", clock: "Simulated date",
    day: "+1 day", week: "+7 days", language: "App language", close: "Close", log: "Conversation",
    commands: "Command menu", write: "Message", attach: "Attach a file", send: "Send", keys: "Reply buttons",
    latitude: "Latitude", longitude: "Longitude", cancel: "Cancel", ok: "OK", share: "Share", bot: "bot",
    members: "group", typing: "typing…", block: "Block", unblock: "Unblock", start: "START",
    restart: "RESTART", blocked: "You blocked this bot.", askBlock: "Block this bot? It can no longer write to you.",
    askContact: "Share your phone number ({phone}) with this bot?", askPlace: "Share your location with this bot?",
    copied: "Copied: {text}", edited: "edited", protect: "cannot be forwarded", contact: "Contact", place: "Location",
    photo: "Photo", voice: "Voice message", sticker: "Sticker", spoiler: "Show hidden text", newTab: "(new tab)",
    copy: "(copy)", failed: "That did not work: {text}", lost: "Lost the simulator. Trying again…",
    about: "What can this bot do?", you: "You", unread: "{n} new messages", empty: "No messages yet.",
  },
};

let language = "id";

export const speak = (code) => { language = code in WORDS ? code : "id"; };
export const spoken = () => language;
export const t = (key, values = {}) => WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

// Fill every element that names a label, an accessible name or a hint.
export function translate(root) {
  document.documentElement.lang = language;
  for (const each of root.querySelectorAll("[data-label]")) each.textContent = t(each.dataset.label);
  for (const each of root.querySelectorAll("[data-name]")) each.setAttribute("aria-label", t(each.dataset.name));
  for (const each of root.querySelectorAll("[data-hint]")) each.placeholder = t(each.dataset.hint);
  for (const each of root.querySelectorAll("button[data-language]")) {
    each.setAttribute("aria-pressed", String(each.dataset.language === language));
  }
}

const when = (text, options) =>
  new Intl.DateTimeFormat(language, { timeZone: "Asia/Jakarta", ...options }).format(new Date(text));
export const hour = (text) => when(text, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const day = (text) => when(text, { day: "numeric", month: "long", year: "numeric" });
export const shortDay = (text) => when(text, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
export const fullDay = (text) => when(text, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
