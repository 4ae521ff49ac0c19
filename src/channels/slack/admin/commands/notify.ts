import type { SettingsDesk } from "../../../../settings/index.ts";
import type { Settings } from "../../../../settings/schema.ts";
import { escaped } from "../../text/escape.ts";
import { Misunderstood, type Subcommand } from "../asked.ts";
import { cannotSend } from "../cannot-send.ts";
import type { AdminTools } from "../ports.ts";
import { firstWord, unquoted } from "../typed.ts";

const ways = {
  email: { way: "email", name: "Email", isOn: "emailNotifications", recipients: "emailRecipients" },
  sms: { way: "sms", name: "SMS", isOn: "smsNotifications", recipients: "smsRecipients" },
} as const;

const hint =
  "Write `/handoff notify email on`, `off`, `add ana@example.com`, `remove ana@example.com` or `test`; the same with `sms`.";

/** Who is told by email or SMS that somebody waits. */
export function createNotify({
  settings,
  integrations,
  testNotification,
}: {
  settings: SettingsDesk;
} & Pick<AdminTools, "integrations" | "testNotification">): Subcommand {
  return {
    usage: "notify email|sms on|off|add|remove|test",
    about: "tells people by email or SMS that somebody waits",
    async answer({ by, args, later }) {
      const [wayName, rest] = firstWord(args);
      if (wayName !== "email" && wayName !== "sms") throw new Misunderstood(hint);
      const way = ways[wayName];
      const [verb, who] = firstWord(rest);
      if (verb === "test") {
        const to = namedIn(who).length > 0 ? namedIn(who) : (await settings.current())[way.recipients];
        if (to.length === 0) throw new Misunderstood(`Nobody is named yet.\n${hint}`);
        later(async () => (await Promise.all(to.map((each) => tried(each)))).join("\n"));
        return `Sending a test by ${way.name} to ${to.map(escaped).join(", ")}.`;
      }
      const wanted = wantedBy(verb, who, way, await settings.current());
      const after = await settings.change(wanted, by);
      return [inWords(way, after), ...cannotSend(after, integrations)].join("\n");

      async function tried(recipient: string): Promise<string> {
        try {
          return `:white_check_mark: ${escaped(await testNotification(way.way, recipient, by))}`;
        } catch (error) {
          return `:x: ${escaped(error instanceof Error ? error.message : String(error))}`;
        }
      }
    },
  };
}

type Way = (typeof ways)[keyof typeof ways];

function wantedBy(
  verb: string,
  who: string,
  { isOn, recipients }: Way,
  current: Settings,
): Partial<Settings> {
  const named = namedIn(who);
  switch (verb) {
    case "on":
    case "off":
      return { [isOn]: verb === "on" };
    case "add":
      if (named.length === 0) throw new Misunderstood(hint);
      return { [recipients]: [...new Set([...current[recipients], ...named])] };
    case "remove": {
      const gone = named.map(bare);
      const kept = current[recipients].filter((recipient) => !gone.includes(bare(recipient)));
      if (kept.length === current[recipients].length)
        throw new Misunderstood(`${escaped(who || "Nobody")} is not among the recipients.\n${hint}`);
      return { [recipients]: kept };
    }
    default:
      throw new Misunderstood(hint);
  }
}

const namedIn = (who: string): string[] =>
  who
    .split(/[\s,]+(?=[^\s,]*@)|,\s*/)
    .map(unquoted)
    .filter(Boolean);

const bare = (recipient: string) => recipient.toLowerCase().replaceAll(/[\s().-]/g, "");

function inWords({ name, isOn, recipients }: Way, settings: Settings): string {
  const to = settings[recipients].length > 0 ? settings[recipients].map(escaped).join(", ") : "nobody yet";
  return `${name} notifications are ${settings[isOn] ? "on" : "off"}. Recipients: ${to}.`;
}
