import { NotBefore, Refused } from "../../../../conversation/listener.ts";
import { Origins } from "../../../../settings/origins.ts";
import type { SiteDesk } from "../../../../settings/site-desk.ts";
import { type Site, SiteChange, SiteKey } from "../../../../settings/sites.ts";
import { escaped } from "../../text/escape.ts";
import { type Asked, Misunderstood, type Subcommand } from "../asked.ts";
import { firstWord, unquoted } from "../typed.ts";

const hint =
  "Write `/handoff site`, `site add shop My shop`, `site shop channel #sales`, `site shop channel usual`, `site shop origins https://shop.example.com`, `site shop name The shop`, `site shop colour #1a73e8` or `site shop side left`.";

/** The places where the widget is embedded. */
export function createSite(sites: SiteDesk, publicUrl: string): Subcommand {
  return {
    usage: "site [add KEY NAME | KEY channel #name | KEY origins … | KEY name, colour or side …]",
    about: "lists, adds and changes the websites the chat is on",
    async answer(asked) {
      const [first, rest] = firstWord(asked.args);
      if (first === "" || first === "list") return (await sites.list()).map(lineOf).join("\n");
      if (first === "add") return add(rest, asked.by);
      return change(first, rest, asked);
    },
  };

  async function add(text: string, by: string): Promise<string> {
    const [typed, name] = firstWord(text);
    if (!typed) throw new Misunderstood(hint);
    const key = SiteKey.parse(typed);
    if (!(await sites.add({ key, name: unquoted(name) || key }, by)))
      throw new Misunderstood(`There is a site “${escaped(key)}” already.`);
    return `Site “${escaped(key)}” was added. Put this into its pages:\n\`<script src="${publicUrl}/widget.js" data-site="${key}" async></script>\``.replaceAll(
      /<(\/?script)/g,
      "&lt;$1",
    );
  }

  async function change(key: string, text: string, { by, workspace }: Asked): Promise<string> {
    const site = await sites.find(key);
    if (!site) throw new Misunderstood(`There is no site “${escaped(key)}”.\n${hint}`);
    const [what, value] = firstWord(text);
    const wanted =
      what === "channel" ? { slack: await slackPlace(value, workspace) } : changeOf(site, what, value);
    const after = await sites.change(key, wanted, by);
    if (!after) throw new Misunderstood(`There is no site “${escaped(key)}” any more.`);
    return lineOf(after);
  }

  async function slackPlace(text: string, workspace: Asked["workspace"]) {
    const wanted = unquoted(text);
    if (wanted === "usual") return null;
    if (!wanted) throw new Misunderstood(hint);
    try {
      const { teamId, channel } = await workspace.tryOut(wanted);
      return { team: teamId, channel: channel.id };
    } catch (error) {
      if (error instanceof Refused) throw new Misunderstood(escaped(error.message));
      if (error instanceof NotBefore) throw new Misunderstood("Slack did not answer just now. Try again.");
      throw error;
    }
  }
}

function changeOf({ look }: Site, what: string, value: string): SiteChange {
  const typed = unquoted(value);
  switch (what) {
    case "origins":
      return { origins: originsOf(value) };
    case "name":
      return SiteChange.parse({ name: typed });
    case "colour":
    case "color":
      if (!typed) throw new Misunderstood(hint);
      return SiteChange.parse({ look: { ...look, accent: typed.toLowerCase() === "usual" ? "" : typed } });
    case "side":
      if (typed !== "left" && typed !== "right") throw new Misunderstood("Write `left` or `right`.");
      return { look: { ...look, side: typed } };
    default:
      throw new Misunderstood(hint);
  }
}

function originsOf(value: string): string[] {
  const typed = value.split(/[\s,]+/).filter(Boolean);
  return Origins.parse(typed[0]?.toLowerCase() === "any" ? [] : typed);
}

function lineOf({ key, name, origins, slack, look: { accent, side } }: Site): string {
  const where = slack ? `<#${slack.channel}>` : "the usual channel";
  const embedded = origins.length > 0 ? origins.map(escaped).join(", ") : "any page";
  return `*${escaped(name)}* (\`${key}\`): conversations go to ${where}; may be embedded in ${embedded}; looks: ${accent ? escaped(accent) : "the usual colour"}, on the ${side}.`;
}
