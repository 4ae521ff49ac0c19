import type { SettingsDesk } from "../../../settings/index.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Subcommand } from "./asked.ts";
import { closest } from "./closest.ts";
import { problemIn } from "./problems.ts";
import { firstWord, typed } from "./typed.ts";
import { mayChange, refusal } from "./who-may.ts";

export interface CommandOptions {
  settings: SettingsDesk;
  subcommands: readonly Subcommand[];
}

export interface Request {
  userId: string;
  /** As Slack sends it, escaped. */
  text: string;
  workspace: Workspace;
  later(work: () => Promise<string>): void;
}

export type Command = ReturnType<typeof createCommand>;

/** `/handoff` with words behind it: returns what only the person who typed it reads. */
export function createCommand({ settings, subcommands }: CommandOptions) {
  const names = new Map(subcommands.map((subcommand) => [nameOf(subcommand), subcommand]));

  return async ({ userId, text, workspace, later }: Request): Promise<string> => {
    const [name, args] = firstWord(typed(text));
    if (name === "help") return help();
    const subcommand = names.get(name);
    if (!subcommand) return unknown(name);

    const current = await settings.current();
    if (!subcommand.isForAll && !(await mayChange(userId, workspace, current)))
      return refusal(workspace, current);
    try {
      const by = (await workspace.directory.person(userId))?.name ?? userId;
      return await subcommand.answer({ userId, by, args, workspace, later });
    } catch (error) {
      const problem = problemIn(error);
      if (problem === undefined) throw error;
      return problem;
    }
  };

  function unknown(name: string): string {
    const meant = closest(name, [...names.keys(), "help"]);
    const sorry = `I do not know “${escaped(name.slice(0, 50))}”.`;
    return meant
      ? `${sorry} Did you mean \`/handoff ${meant}\`? \`/handoff help\` shows everything.`
      : `${sorry}\n${help()}`;
  }

  function help(): string {
    return [
      "`/handoff` opens the settings.",
      ...subcommands.map(({ usage, about }) => `\`/handoff ${escaped(usage)}\` ${about}.`),
      "In a visitor's thread: reply to answer; start with `note:` to write for the team only; the card's buttons claim, hand back and close. More is in the menu of any message.",
    ].join("\n");
  }
}

const nameOf = ({ usage }: Subcommand) => usage.split(" ")[0] ?? usage;
