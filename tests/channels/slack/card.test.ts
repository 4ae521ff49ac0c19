import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cardPace } from "../../../src/channels/slack/card/card-pace.ts";
import { createCards } from "../../../src/channels/slack/card/cards.ts";
import { rootCard } from "../../../src/channels/slack/card/root-card.ts";
import { begun, type Conversation } from "../../../src/conversation/conversation.ts";
import type { Decision } from "../../../src/conversation/decision.ts";
import { NotBefore } from "../../../src/conversation/listener.ts";
import type { Presence } from "../../../src/conversation/presence.ts";
import { createLog } from "../../../src/log.ts";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

const conversation: Conversation = {
  ...begun({ id: "c1", siteKey: "default", visitor: { id: "v1", name: "Zoe" }, createdAt: 1 }),
  status: "waiting",
  handoff: { by: "rule", reason: "Asked for a person", at: 1_700_000_000_000 },
};

const publicUrl = "https://chat.example.com";
const decided = (decision: Partial<Decision>) =>
  JSON.stringify(
    rootCard(
      {
        conversation: {
          ...conversation,
          handoff: { by: "rule", reason: "Asked for a person", at: 1, ...decision },
        },
      },
      publicUrl,
    ),
  );

describe("a card", () => {
  test("says who decided, by which rule and how surely, and quotes the words that matched", () => {
    const shown = decided({ rule: "asks-for-a-person", confidence: 0.85, matched: "a person please" });
    expect(shown).toContain("(“a person please”)");
    expect(shown).toContain(`"text":"the visitor's words: asks for a person, 85 % sure"`);
    expect(shown).not.toContain("After an offer");
  });

  test("says that an offer came first, and what had led to it", () => {
    const afterOffer = { by: "rule", reason: "", rule: "frustration", matched: "useless" } as const;
    const shown = decided({ by: "button", afterOffer });
    expect(shown).toContain("the visitor, with the button");
    expect(shown).toContain("“useless” (the visitor's words: sounds upset)");
  });

  test("tells visitors without a name apart, as the inbox does", () => {
    const nameless = { ...conversation, visitor: { id: "0b6c-77fb65" } };
    expect(rootCard({ conversation: nameless }, publicUrl).text).toContain("Visitor fb65: ");
  });

  test("says so where the assistant could not answer", () => {
    const shown = decided({ by: "failure", reason: "No assistant model is connected" });
    expect(shown).toContain("No assistant model is connected");
    expect(shown).toContain("because the assistant gave no answer");
  });

  test("never speaks with the visitor's voice: what they chose cannot format, mention or pretend", () => {
    const { text, blocks } = rootCard(
      {
        conversation: {
          ...conversation,
          status: "closed",
          isBlocked: true,
          visitor: { id: "v1", name: "<!here> *Boss*", email: "x@y.z|<evil>" },
        },
        words: "<!everyone> *free* money",
        closed: { by: { id: "u1", name: "*Ana* <!channel>" }, at: 1 },
        blocked: { by: { id: "u1", name: "_Ben_ <@U1>" }, at: 1 },
      },
      publicUrl,
    );
    const mrkdwn = JSON.stringify(blocks.filter(({ type }) => type === "section"));
    for (const said of [text, mrkdwn]) expect(said).not.toMatch(/<[!@](?!date)/);
  });
});

describe("in Slack", () => {
  let team: SlackTeam;
  beforeEach(async () => {
    team = await startTeam();
  });
  afterEach(() => team.stop());

  const card = () => JSON.stringify(team.thread().blocks);
  const cardSays = (words: string) => eventually(() => card().includes(words));

  test("a card shows what the visitor wanted, as they last wrote it", async () => {
    const visitor = team.visitor("Zoe");
    const { conversationId, events } = await visitor.says("Where is my ordr?");
    const [said] = events;
    const messageId = said?.type === "message.posted" ? said.message.id : "";
    await visitor.asksForAPerson();
    await team.delivered();
    expect(card()).toContain("“Where is my ordr?”");

    await visitor.says("Anybody?");
    await team.conversations.edit({
      ...{ conversationId, messageId, by: { kind: "visitor" }, text: "Where is my order?" },
      source: { via: "widget", externalId: "edit" },
    });
    await cardSays("“Where is my order?”");
    expect(card()).not.toContain("Anybody?");
  });

  test("a card follows the visitor: here, elsewhere, gone", async () => {
    const visitor = team.visitor("Zoe");
    await visitor.asksForAPerson();
    await team.delivered();
    expect(card()).not.toContain("On the site now");

    const here = async (presence: Omit<Presence, "conversationId">) => {
      await team.presences.save({ conversationId: visitor.id(), ...presence });
      team.slack.present(visitor.id());
    };
    await here({ isHere: true, at: 1_000, page: { url: "https://shop.example.com/cart", title: "Cart" } });
    await cardSays("On the site now");
    expect(card()).toContain("shop.example.com/cart");
    await here({ isHere: false, at: 1_700_000_000_000 });
    await cardSays('"timestamp":1700000000,"format":"Left {ago}"');
  });

  test("a card that begins a thread knows at once that the visitor is here", async () => {
    const visitor = team.visitor("Zoe");
    const { conversationId } = await visitor.says("Hello");
    await team.presences.save({ conversationId, isHere: true, at: 1_000 });
    await visitor.asksForAPerson();
    await team.delivered();
    expect(card()).toContain("On the site now");
    expect(team.workspace.calls("chat.update")).toEqual([]);
  });

  test("a card says who the visitor is, and how to reach them, as soon as that is known", async () => {
    const visitor = team.visitor();
    await visitor.asksForAPerson();
    await team.delivered();
    expect(card()).toContain("no contact detail");
    await team.conversations.receive({
      ...{ siteKey: "default", id: "said-1", text: "It is me" },
      visitor: { ...visitor.visitor, name: "Zoe", email: "zoe@example.com" },
      source: { via: "widget", externalId: "said-1" },
    });
    await cardSays("mailto:zoe@example.com");
    expect(card()).toContain('"text":"Zoe"');
    expect(card()).not.toContain("no contact detail");
  });

  test("a card names the site where there are several", async () => {
    await team.sites.add({ key: "shop-2", name: "Second shop" });
    const visitor = team.visitor("Zoe");
    await visitor.asksForAPerson();
    await team.delivered();
    expect(card()).toContain('Site: "');
    expect(card()).toContain('"Website"');
  });

  test("a card says who closed the conversation", async () => {
    const visitor = team.visitor("Zoe");
    await visitor.asksForAPerson();
    await team.delivered();
    await team.ben.click(team.thread(), "Close");
    await cardSays("Closed by Ben, <!date^");
  });
});

describe("the pace of cards", () => {
  const start = 1_800_000_000_000;
  let here: Presence | undefined;
  let now: Conversation;
  let updates: string[];
  let refusals: Error[];
  let events: { type: string; seq: number }[];

  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    here = { conversationId: "c1", isHere: true, at: start };
    now = conversation;
    updates = [];
    refusals = [];
    events = [];
  });
  afterEach(() => vi.useRealTimers());

  /** A workspace that only counts what is changed in it. */
  const cards = () =>
    createCards({
      refused: async () => {},
      workspaces: {
        byTeam: async () => ({
          calls: { make: (call: () => Promise<unknown>) => call() },
          api: {
            async update({ ts, text, blocks }: { ts: string; text: string; blocks: unknown }) {
              const refusal = refusals.shift();
              if (refusal) throw refusal;
              updates.push(`${ts} ${text} ${JSON.stringify(blocks)}`);
            },
          },
        }),
      } as never,
      store: {
        find: async (id: string) => ({ ...now, id }),
        eventsAfter: async (_: string, seq: number) => events.filter((event) => event.seq > seq),
      } as never,
      threads: { find: async (_channel: string, id: string) => `T1/C1/${id}` } as never,
      presences: { find: async (conversationId: string) => here && { ...here, conversationId } } as never,
      sites: { list: async () => [] },
      ...{ publicUrl, log: createLog("silent"), now: Date.now, pace: cardPace(1_000) },
    });

  const goesTo = (page: string) => {
    here = {
      conversationId: "c1",
      isHere: true,
      at: start,
      page: { url: `https://shop.example.com/${page}` },
    };
  };
  const claimedBy = (name: string) => {
    now = { ...now, status: "agent", agent: { id: name, name } };
  };

  test("a burst of changes is one change now and one with the last of them three seconds later", async () => {
    const { refresh } = cards();
    await refresh("c1");
    for (const name of ["Ana", "Ben", "Chris"]) {
      claimedBy(name);
      await refresh("c1");
    }
    expect(updates).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(updates).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(updates).toHaveLength(2);
    expect(updates[1]).toContain("Chris has it");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(updates).toHaveLength(2);
  });

  test("a visitor who clicks through the site changes their card every fifteen seconds at most", async () => {
    const { refresh } = cards();
    for (let second = 0; second < 60; second++) {
      goesTo(String(second));
      await refresh("c1");
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(updates.length).toBeGreaterThan(3);
    expect(updates.length).toBeLessThanOrEqual(5);
  });

  test("that the visitor is here is shown as soon as it is known, not at the pace of their wandering", async () => {
    here = undefined;
    const { refresh } = cards();
    await refresh("c1");
    expect(updates[0]).not.toContain("On the site now");
    goesTo("a");
    await refresh("c1");
    await vi.advanceTimersByTimeAsync(3_100);
    expect(updates).toHaveLength(2);
    expect(updates[1]).toContain("On the site now");
    goesTo("b");
    await refresh("c1");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(updates).toHaveLength(2);
  });

  test("a claim does not wait for the visitor's wandering to be due", async () => {
    const { refresh } = cards();
    await refresh("c1");
    goesTo("a");
    await refresh("c1");
    await vi.advanceTimersByTimeAsync(4_000);
    expect(updates).toHaveLength(1);
    claimedBy("Ana");
    await refresh("c1");
    expect(updates).toHaveLength(2);
    expect(updates[1]).toContain("Ana has it");
    expect(updates[1]).toContain("shop.example.com/a");
  });

  test("many wandering visitors leave room for changes people wait for", async () => {
    const { refresh } = cards();
    const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
    for (const id of ids) await refresh(id);
    expect(updates).toHaveLength(30);
    await vi.advanceTimersByTimeAsync(61_000);
    updates.length = 0;
    goesTo("elsewhere");
    for (const id of ids) await refresh(id);
    expect(updates).toHaveLength(15);
    claimedBy("Ana");
    await refresh("c29");
    expect(updates).toHaveLength(16);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(new Set(updates.map((update) => update.split(" ")[0])).size).toBe(30);
  });

  test("never more than Slack's fifty a minute, and everybody's card is right in the end", async () => {
    const { refresh } = cards();
    const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);
    for (const id of ids) await refresh(id);
    expect(updates.length).toBeLessThanOrEqual(50);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(updates.length).toBeLessThanOrEqual(50);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(new Set(updates.map((update) => update.split(" ")[0])).size).toBe(100);
  });

  test("when Slack asks to wait, no card of the workspace is tried before", async () => {
    const { refresh } = cards();
    refusals = [new NotBefore(start + 20_000)];
    await refresh("c1");
    await refresh("c2");
    await vi.advanceTimersByTimeAsync(19_000);
    expect(updates).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(updates).toHaveLength(2);
  });

  test("nodes that change a card in turn never take the other's change for their own", async () => {
    const [one, other] = [cards(), cards()];
    const goTo = (repliesTo: Conversation["repliesTo"]) => {
      now = { ...now, repliesTo, seq: now.seq + 1 };
      events.push({ type: "conversation.repliesSwitched", seq: now.seq });
    };
    await one.refresh("c1");
    goTo("team");
    await other.refresh("c1");
    goTo("visitor");
    await vi.advanceTimersByTimeAsync(5_000);
    await one.refresh("c1");
    expect(updates).toHaveLength(3);
    expect(updates[1]).toContain("are internal");
    expect(updates[2]).not.toContain("are internal");

    const before = now;
    now = { ...now, status: "closed", generation: now.generation + 1 };
    await vi.advanceTimersByTimeAsync(5_000);
    await other.refresh("c1");
    now = { ...before, generation: now.generation + 1 };
    await one.refresh("c1");
    expect(updates).toHaveLength(5);
    expect(updates[4]).toContain("Waiting for a person");
  });

  test("what is said changes no card", async () => {
    const { refresh } = cards();
    await refresh("c1");
    for (let message = 1; message <= 10; message++) {
      now = { ...now, seq: message };
      events.push({ type: "message.posted", seq: message });
      await vi.advanceTimersByTimeAsync(20_000);
      await refresh("c1");
    }
    expect(updates).toHaveLength(1);
  });

  test("a stopped app changes nothing any more", async () => {
    const { refresh, stop } = cards();
    await refresh("c1");
    claimedBy("Ana");
    await refresh("c1");
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(updates).toHaveLength(1);
  });
});
