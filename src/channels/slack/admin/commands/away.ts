import { awayUntilFrom } from "../../../../settings/away-until.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import { maxAway } from "../../../../settings/schema.ts";
import { dateToken } from "../../card/date-token.ts";
import { escaped } from "../../text/escape.ts";
import { Misunderstood, type Subcommand } from "../asked.ts";

/** Says that nobody is there, until a time or until `back`. */
export function createAway({ settings, now }: { settings: SettingsDesk; now: () => number }): Subcommand {
  return {
    usage: "away [until]",
    about:
      "tells visitors that nobody is there: `away 2h`, `away tomorrow 9:00`, `away` until you type `back`",
    async answer({ by, args }) {
      const { timeZone } = (await settings.current()).hours;
      const away = awayUntilFrom(args, { now: now(), timeZone });
      if ("problem" in away) throw new Misunderstood(escaped(away.problem));
      await settings.change({ awayUntil: away.until }, by);
      const end =
        away.until >= maxAway ? "until somebody types `/handoff back`" : `until ${dateToken(away.until)}`;
      return `The team is away ${end}. Conversations still appear in Slack; visitors are told that nobody is there.`;
    },
  };
}

export function createBack(settings: SettingsDesk): Subcommand {
  return {
    usage: "back",
    about: "ends it",
    async answer({ by }) {
      const { awayUntil } = await settings.current();
      if (awayUntil === 0) return "The team was not away.";
      await settings.change({ awayUntil: 0 }, by);
      return "Welcome back. Visitors are connected again.";
    },
  };
}
