import { type Embed, ownScript, readEmbed } from "./embed.ts";
import { greet } from "./greet.ts";
import { createHost } from "./host.ts";
import { createLauncher } from "./launcher.ts";
import * as launcherWords from "./launcher-words.ts";
import { createMemory } from "./memory.ts";
import { createPanelLoader } from "./panel-loader.ts";
import { report } from "./report.ts";
import type { Panel } from "./start-panel.tsx";
import { wear } from "./wear.ts";

const script = ownScript();
const mark = Symbol.for("live-handoff");

if (!script) report("widget.js must be loaded by a script tag.");
else if (!(mark in window)) {
  Object.defineProperty(window, mark, { value: true });
  start(readEmbed(script));
}

/** The launcher at once; the panel when the page has nothing better to do, or somebody comes near. */
async function start(embed: Embed): Promise<void> {
  const site = await greet(embed);
  if (!site) return;

  const memory = createMemory(embed.siteKey, () => localStorage);
  let isWanted = false;
  let panel: Promise<Panel> | undefined;
  const loader = createPanelLoader(embed.origin, () => {
    if (isWanted) launcher.tell(launcherWords.cannotLoad);
  });
  const ready = () => {
    panel ??= loader.load().then(({ startPanel }) => startPanel({ embed, site, memory, host, launcher }));
    return panel;
  };

  const launcher = createLauncher({
    approached: ready,
    async pressed() {
      if (isWanted) return;
      isWanted = true;
      launcher.tell(loader.hasFailed() ? launcherWords.cannotLoad : "");
      loader.hurry();
      const { toggle } = await ready();
      launcher.tell(undefined);
      isWanted = false;
      toggle();
    },
  });
  const host = createHost(launcher.element);
  wear(site.look, host.widget);

  // What was answered to someone who wrote before is worth loading everything at once.
  if (memory.names().length > 0) ready();
  else if ("requestIdleCallback" in window) requestIdleCallback(ready);
  else setTimeout(ready, 2_000);
}
