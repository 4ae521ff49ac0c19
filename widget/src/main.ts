import { ownScript, readEmbed } from "./embed.ts";
import { greet } from "./greet.ts";
import { report } from "./report.ts";
import { startWidget } from "./start-widget.tsx";

const script = ownScript();
const mark = Symbol.for("live-handoff");

if (!script) report("widget.js must be loaded by a script tag.");
else if (!(mark in window)) {
  Object.defineProperty(window, mark, { value: true });
  const embed = readEmbed(script);
  greet(embed).then((site) => site && startWidget(embed, site));
}
