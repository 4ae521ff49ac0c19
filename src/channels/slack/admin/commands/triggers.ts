import type { SettingsDesk } from "../../../../settings/index.ts";
import { escaped } from "../../text/escape.ts";
import { Misunderstood, type Subcommand } from "../asked.ts";
import type { AdminTools } from "../ports.ts";
import { firstWord, unquoted } from "../typed.ts";

const hint =
  'Write `/handoff triggers list`, `add "speak to sales"`, `remove "speak to sales"`, `replay "speak to sales"` or `test "I want to talk to someone"`.';

/** The phrases that hand a visitor to people at once. */
export function createTriggers(
  settings: SettingsDesk,
  { testTrigger, replayTrigger }: Pick<AdminTools, "testTrigger" | "replayTrigger">,
): Subcommand {
  return {
    usage: 'triggers list|add|remove|test|replay "…"',
    about:
      "shows and changes the phrases that call people, tries a sentence, or shows what one more phrase would have changed",
    async answer({ by, args, later }) {
      const [verb, rest] = firstWord(args);
      const phrase = unquoted(rest);
      const { triggerPhrases, handoffRules } = await settings.current();
      if (verb === "" || verb === "list") return listed(triggerPhrases, handoffRules);
      if (!phrase || !["add", "remove", "test", "replay"].includes(verb)) throw new Misunderstood(hint);
      if (verb === "test") return escaped(await testTrigger(phrase));
      if (verb === "replay") {
        later(async () => escaped(await replayTrigger(phrase)));
        return `Looking what “${escaped(phrase)}” would have changed. This takes a few seconds.`;
      }

      const others = triggerPhrases.filter((known) => known.toLowerCase() !== phrase.toLowerCase());
      if (verb === "remove" && others.length === triggerPhrases.length)
        throw new Misunderstood(
          `“${escaped(phrase)}” is not among your phrases. What the detector knows by itself cannot be removed.`,
        );
      const wanted = verb === "add" ? [...others, phrase] : others;
      const after = await settings.change({ triggerPhrases: wanted }, by);
      return listed(after.triggerPhrases, handoffRules);
    },
  };
}

function listed(phrases: string[], rules: string[]): string {
  const lines = (all: string[]) => all.map((one) => `• ${escaped(one)}`).join("\n");
  const own =
    phrases.length > 0
      ? `Your trigger phrases:\n${lines(phrases)}`
      : "You have no trigger phrases of your own.";
  const ruled = rules.length > 0 ? `\nRules the assistant follows:\n${lines(rules)}` : "";
  return `${own}${ruled}\nBeside them, “talk to a human” and its like are always understood.`;
}
