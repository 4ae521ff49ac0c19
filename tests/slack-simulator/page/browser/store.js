const params = new URLSearchParams(location.search);
const linked = /^\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})$/.exec(location.pathname);

/** Where this person is looking; the rest is what the server says. */
export const place = {
  as: params.get("as") ?? localStorage.getItem("as") ?? "",
  channel: linked?.[1] ?? params.get("channel") ?? "",
  thread: params.get("thread_ts") ?? (linked ? `${linked[2]}.${linked[3]}` : ""),
  tab: "channel",
  seen: {},
};

/** @type {any} The last state the server sent. */
export let state;
const listeners = [];

export const onState = (listener) => listeners.push(listener);

/** Looks at the server again, now or once the look under way is over. */
let looking;
let isStale = false;
export async function refresh() {
  isStale = true;
  looking ??= (async () => {
    while (isStale) {
      isStale = false;
      const query = new URLSearchParams({ as: place.as, channel: place.channel, thread: place.thread });
      const response = await fetch(`/page/state?${query}`);
      if (!response.ok) break;
      state = await response.json();
      if (isStale) continue;
      place.as = state.me.name;
      place.channel = state.channel?.id ?? "";
      if (state.channel) place.seen[state.channel.id] = state.channel.latest;
      for (const listener of listeners) listener();
    }
  })().finally(() => {
    looking = undefined;
  });
  return looking;
}

export function go(changes) {
  Object.assign(place, changes);
  localStorage.setItem("as", place.as);
  return refresh();
}

/** Does something as this person; what went wrong is said at the foot of the page. */
export async function act(name, details = {}) {
  const response = await fetch("/page/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ act: name, as: place.as, ...details }),
  }).catch(() => undefined);
  const { result, error } = response?.ok ? await response.json() : { error: "The simulator does not answer" };
  const problem = error ?? (result?.failed && `The app did not take this (${result.failed}).`);
  if (problem) notice(problem);
  await refresh();
  return problem ? { ...result, problem } : (result ?? {});
}

export function notice(text) {
  const element = document.getElementById("notice");
  element.textContent = text;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => {
    element.textContent = "";
  }, 6_000);
}

export function watch() {
  const changes = new EventSource("/page/changes");
  changes.onmessage = () => refresh();
  changes.onerror = () => notice("The connection to the simulator was lost. Trying again…");
}
