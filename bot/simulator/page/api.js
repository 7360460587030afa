// The simulator's own small HTTP API.
export async function look(path) {
  const response = await fetch(`/_sim/${path}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

export async function act(name, given) {
  const response = await fetch(`/_sim/${name}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export async function upload(person, file) {
  const kind = /^image\/(png|jpeg|webp)$/.test(file.type) ? "photo" : "document";
  const query = new URLSearchParams({ person, kind, name: file.name });
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  const response = await fetch(`/_sim/upload?${query}`, { method: "POST", headers, body: file });
  if (!response.ok) throw new Error((await response.json()).error);
}

// The first event of every connection is "hello": what happened before it has to be read anew.
export function listen(onEvent, onLost) {
  const source = new EventSource("/_sim/events");
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  source.onerror = onLost;
}
