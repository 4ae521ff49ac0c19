import { render } from "preact";
import { createCells } from "./cell.ts";
import { createChat } from "./chat.ts";
import { type Embed, ownScript, readEmbed } from "./embed.ts";
import { greet } from "./greet.ts";
import { createHost } from "./host.ts";
import { createMemory } from "./memory.ts";
import { newId } from "./new-id.ts";
import { currentPage } from "./page.ts";
import { report } from "./report.ts";
import { createSurroundings, watchBrowser } from "./surroundings.ts";
import { App } from "./view/app.tsx";

const script = ownScript();
const mark = Symbol.for("live-handoff");

if (!script) report("widget.js must be loaded by a script tag.");
else if (!(mark in window)) {
  Object.defineProperty(window, mark, { value: true });
  start(readEmbed(script));
}

async function start({ origin, siteKey }: Embed): Promise<void> {
  const site = await greet({ origin, siteKey });
  if (!site) return;

  const socketUrl = `${origin.replace(/^http/, "ws")}/widget/socket?site=${encodeURIComponent(siteKey)}`;
  const cell = createCells(() => show());
  const surroundings = createSurroundings(cell);
  const chat = createChat({
    cell,
    memory: createMemory(siteKey, () => localStorage),
    openSocket: () => new WebSocket(socketUrl),
    newId,
    now: Date.now,
    page: currentPage,
    isWatched: () => surroundings.isWatched.value,
  });
  watchBrowser(surroundings, chat);
  chat.resume();

  const root = createHost();
  const show = () => render(<App chat={chat} site={site} surroundings={surroundings} />, root);
  show();
}
