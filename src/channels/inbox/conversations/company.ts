import type { Agent } from "../../../conversation/conversation.ts";
import type { Presences } from "../../../conversation/presence.ts";
import type { Attendance, Live } from "../../../live.ts";
import type { Company } from "./protocol.ts";

interface Options {
  live: Pick<Live, "observe">;
  presences?: Pick<Presences, "find"> | undefined;
  /** Milliseconds that only go forward. */
  now: () => number;
  /** Called when somebody came, went, began or stopped writing. */
  changed: (conversationId: string) => void;
}

/** Who writes says so every three seconds, and who looks, every twenty: after this long they have stopped. */
export const writingLastsMs = 7_000;
export const lookingLastsMs = 50_000;
const sweepEveryMs = 1_000;

interface Guest {
  agent: Agent | undefined;
  isWriting: boolean;
  until: number;
}

const visitorsPlace = "visitor";

/** Who is at which conversation, on this node and the others, as far as they have said so lately. */
export function createCompany({ live, presences, now, changed }: Options) {
  const rooms = new Map<string, Map<string, Guest>>();
  const stop = live.observe("all", hear);
  const sweeping = setInterval(sweep, sweepEveryMs).unref();

  function hear({ conversationId, who, doing }: Attendance): void {
    const place = who === "visitor" ? visitorsPlace : who.page;
    const before = rooms.get(conversationId)?.get(place);
    const isWriting = doing === "writing" || doing === "noting";
    // Whether a visitor is here is in the presences, and may have changed each time it is said.
    if (doing === "gone" || (who === "visitor" && !isWriting)) {
      remove(conversationId, place);
      changed(conversationId);
      return;
    }
    const agent = who === "visitor" ? undefined : who.agent;
    const until = now() + (isWriting ? writingLastsMs : lookingLastsMs);
    const room = rooms.get(conversationId) ?? new Map<string, Guest>();
    rooms.set(conversationId, room.set(place, { agent, isWriting, until }));
    if (before?.isWriting !== isWriting) changed(conversationId);
  }

  function remove(conversationId: string, place: string): void {
    const room = rooms.get(conversationId);
    room?.delete(place);
    if (room?.size === 0) rooms.delete(conversationId);
  }

  function sweep(): void {
    for (const [conversationId, room] of rooms)
      for (const [place, guest] of room) {
        if (guest.until > now()) continue;
        // Who has stopped writing still looks, until that has not been said for too long either.
        if (guest.agent && guest.isWriting)
          room.set(place, {
            ...guest,
            isWriting: false,
            until: guest.until + lookingLastsMs - writingLastsMs,
          });
        else remove(conversationId, place);
        changed(conversationId);
      }
  }

  return {
    /** Everybody but `memberId`, each once, however many pages they have open. */
    async at(conversationId: string, memberId: string): Promise<Company> {
      const agents = new Map<string, Company["agents"][number]>();
      const room = rooms.get(conversationId) ?? new Map<string, Guest>();
      for (const { agent, isWriting } of room.values())
        if (agent && agent.id !== memberId)
          agents.set(agent.id, {
            ...agent,
            isWriting: isWriting || agents.get(agent.id)?.isWriting === true,
          });
      const presence = await presences?.find(conversationId);
      return { agents: [...agents.values()], visitor: { isWriting: room.has(visitorsPlace), presence } };
    },

    stop(): void {
      clearInterval(sweeping);
      stop();
    },
  };
}

export type Companies = ReturnType<typeof createCompany>;
