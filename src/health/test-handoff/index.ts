import type { Conversations } from "../../conversation/index.ts";
import type { Lanes } from "../../conversation/lanes.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { testVisitorPrefix } from "../../conversation/test-visitor.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { type Check, off } from "../check.ts";
import type { Discreet } from "../discreet.ts";
import { createCleanUp } from "./clean-up.ts";
import { delivered } from "./delivered.ts";
import { heard } from "./heard.ts";
import type { TestThread } from "./ports.ts";
import { reachableAt } from "./reachable-at.ts";
import { openVisitor, type TestVisitor } from "./visitor.ts";
import { createWalk } from "./walk.ts";

export interface TestHandoffOptions {
  conversations: Conversations;
  store: Pick<ConversationStore, "findByVisitor">;
  lanes: Pick<Lanes, "revive" | "troubles">;
  settings: Pick<SettingsDesk, "current">;
  /** A token for the widget that names a visitor. */
  issueToken: (siteKey: string, visitorId: string) => Promise<string>;
  /** Left out without Slack: then the answer comes as from the inbox. */
  thread: TestThread | undefined;
  publicUrl: string;
  /** There is no other node. */
  isAlone: boolean;
  /** Where this server is reached from this machine. */
  localUrl: () => string;
  discreet: Discreet;
  newId: () => string;
  now: () => number;
}

export type TestHandoff = (by: string, tell?: (check: Check) => void) => Promise<Check[]>;

const siteKey = "default";
const patienceMs = 10_000;

/** One handoff, all the way to Slack and back to a visitor's widget. Nobody is notified, and nothing of it stays. */
export function createTestHandoff(options: TestHandoffOptions): TestHandoff {
  const { conversations, store, lanes, settings, thread, publicUrl, isAlone, newId, now } = options;
  const cleanUp = createCleanUp(options);

  return async (by, tell = () => {}) => {
    const { step, always, checks } = createWalk({ ...options, tell });
    const visitor = { id: `${testVisitorPrefix}${newId()}`, name: `Test by ${by}` };
    const reply = `A test reply (${newId().slice(0, 8)}). It goes to a made-up visitor only.`;
    const source = { via: "widget", externalId: `${visitor.id}/${newId()}` };
    let serverUrl = publicUrl;
    let widget: TestVisitor | undefined;
    let conversationId = "";
    let seq = 0;
    let askedAt = 0;

    try {
      await step("Visitor", async () => {
        serverUrl = await reachableAt(publicUrl, options.localUrl());
        const token = await options.issueToken(siteKey, visitor.id);
        widget = await openVisitor({ serverUrl, origin: new URL(publicUrl).origin, siteKey, token });
        const text = "Hello! This is a test of the handoff, nobody has to answer.";
        const said = await conversations.receive({ siteKey, visitor, id: newId(), text, source });
        conversationId = said.conversationId;
        return serverUrl === publicUrl
          ? `The widget's socket is open at ${widget.address}.`
          : {
              state: "warn",
              detail: `The widget's socket is open at ${widget.address} only: this server does not reach itself at ${publicUrl}.`,
            };
      });

      await step("Handoff", async () => {
        if (!(await settings.current()).liveHandoff)
          throw new Error(
            "Live handoff is switched off, so no visitor gets a person. Switch it on in the settings.",
          );
        askedAt = now();
        await widget?.asksForPerson(newId());
        seq = (await store.findByVisitor(siteKey, visitor.id))?.seq ?? 0;
        return `${visitor.name} asked for a person and was connected.`;
      });

      await step("Slack thread", async () => {
        if (!thread) return off("Slack is not connected: the handoff is in the inbox only.");
        await delivered({ conversationId, isPosted: () => thread.isPosted(conversationId, seq), lanes, now });
        return `${await thread.readBack(conversationId)} It took ${seconds(now() - askedAt)}.`;
      });

      await step("Reply", async () => {
        if (thread) {
          await thread.reply(conversationId, reply, serverUrl);
          return "A reply in the thread was taken, on the way Slack's own messages come.";
        }
        const agent = { id: "test", name: by };
        await conversations.reply({
          conversationId,
          agent,
          text: reply,
          source: { via: "inbox", externalId: newId() },
        });
        return "A reply was taken, as the inbox sends them.";
      });

      await step("Answer in the widget", async () => {
        const since = now();
        const { holdSeconds } = await settings.current();
        await widget?.hears(reply, holdSeconds * 1_000 + patienceMs);
        const held = thread && holdSeconds > 0 ? ` Replies are held for ${holdSeconds} s, as set.` : "";
        return `The visitor read it ${seconds(now() - since)} later.${held}`;
      });

      await step("Slack events", async () =>
        thread
          ? heard({ hasHeard: () => thread.hasHeard(conversationId, askedAt), isAlone, now })
          : off("Slack is not connected."),
      );
    } finally {
      await always("Clean-up", async () => {
        widget?.leave();
        return cleanUp(conversationId, by);
      });
    }
    return checks;
  };
}

const seconds = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);
