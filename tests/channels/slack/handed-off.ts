import { asItStands } from "../../../src/conversation/as-it-stands.ts";
import type { Settings } from "../../../src/settings/schema.ts";
import { startTeam, type TeamOptions } from "./support.ts";

export type HandedOff = Awaited<ReturnType<typeof startHandedOff>>;

/** A team with a visitor who waits in a thread. */
export async function startHandedOff({ simulator, ...more }: TeamOptions = {}) {
  const team = await startTeam({ simulator: { retryDelaysMs: [20, 40, 80], ...simulator }, ...more });
  const visitor = team.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();

  /** Messages of agents, notes too, as they stand. */
  const said = async () =>
    asItStands(await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
      event.type === "message.posted" && event.message.author.kind === "agent" ? [event.message] : [],
    );

  return {
    ...team,
    visitor,
    otherVisitor: () => team.visitor("Max"),
    channel: team.workspace.channelId("support"),
    said,
    /** What agents have said as the visitor sees it. */
    async seen() {
      return (await said()).filter(({ note }) => !note).map(({ text }) => text);
    },
    /** Whether words of an agent were ever sent to the visitor, even for a moment. */
    async wasEverSent(text: string) {
      const events = await team.store.eventsAfter(visitor.id(), 0);
      return events.some(
        (event) =>
          (event.type === "message.posted" || event.type === "message.edited") &&
          !event.message.note &&
          event.message.text.includes(text),
      );
    },
    async set(wanted: Partial<Settings>) {
      await team.settings.change(wanted, "Ana");
    },
    conversation: () => team.store.find(visitor.id()),
    /** What Ana, or somebody else, was told by the app and nobody else saw. */
    told: (name = "ana") =>
      team.workspace
        .as(name)
        .inbox()
        .map(({ text }) => text),
  };
}
