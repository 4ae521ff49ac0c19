import type { Page } from "../../conversation/conversation.ts";
import type { Presences } from "../../conversation/presence.ts";
import type { Log } from "../../log.ts";

export interface PresenceOptions {
  presences: Presences;
  now: () => number;
  log: Log;
  /** Called after each save: what is shown of this conversation's visitor may be out of date. */
  present?: ((conversationId: string) => void) | undefined;
}

interface Guest {
  conversationId: string;
  tabs: number;
  isHere: boolean;
  since: number;
  /** When the last tab was closed. */
  leftAt: number;
  page: Page | undefined;
  savedAt: number;
  /** Until it counts as leaving that no tab is open. */
  grace?: NodeJS.Timeout | undefined;
  nextSave?: NodeJS.Timeout | undefined;
  saved: Promise<void>;
}

/** Who goes to the next page closes a socket and opens another one: that is not leaving. */
const graceMs = 10_000;
const saveEveryMs = 5_000;

/** Which visitors are on the site, and where. Several tabs are one visitor. */
export function createPresence({ presences, now, log, present = () => {} }: PresenceOptions) {
  const guests = new Map<string, Guest>();
  let isStopped = false;

  const begun = (conversationId: string): Guest => ({
    ...{ conversationId, tabs: 0, isHere: false, since: 0, leftAt: 0, page: undefined },
    ...{ savedAt: Number.NEGATIVE_INFINITY, saved: Promise.resolve() },
  });

  function saveSoon(guest: Guest): void {
    if (guest.nextSave) return;
    const waitMs = Math.max(0, guest.savedAt + saveEveryMs - now());
    guest.nextSave = setTimeout(() => saveNow(guest), waitMs);
  }

  function saveNow(guest: Guest): Promise<void> {
    clearTimeout(guest.nextSave);
    guest.nextSave = undefined;
    guest.savedAt = now();
    guest.saved = guest.saved
      .then(() => save(guest))
      .then(() => {
        if (!guest.isHere) guests.delete(guest.conversationId);
      })
      .catch((error: unknown) => {
        log.warn("it could not be saved whether a visitor is here", { error });
        if (!isStopped) saveSoon(guest);
      });
    return guest.saved;
  }

  async function save({ conversationId, isHere, since, leftAt, page }: Guest): Promise<void> {
    const last = isHere ? undefined : await presences.find(conversationId);
    const cameBackElsewhere = last?.isHere && last.at > leftAt;
    if (cameBackElsewhere) return;
    await presences.save({ conversationId, isHere, at: isHere ? since : leftAt, page });
    present(conversationId);
  }

  function left(guest: Guest): Promise<void> {
    clearTimeout(guest.grace);
    guest.isHere = false;
    return saveNow(guest);
  }

  return {
    /** The visitor of this conversation has opened a tab. */
    arrive(conversationId: string, page: Page | undefined): void {
      const guest = guests.get(conversationId) ?? begun(conversationId);
      guests.set(conversationId, guest);
      clearTimeout(guest.grace);
      guest.tabs += 1;
      if (guest.isHere) return;

      Object.assign(guest, { isHere: true, since: now(), page });
      saveSoon(guest);
    },

    /** The visitor is on this page now. */
    see(conversationId: string, page: Page): void {
      const guest = guests.get(conversationId);
      if (!guest || (guest.page?.url === page.url && guest.page.title === page.title)) return;
      guest.page = page;
      saveSoon(guest);
    },

    /** The visitor has closed a tab. */
    leave(conversationId: string): void {
      const guest = guests.get(conversationId);
      if (!guest) return;
      guest.tabs -= 1;
      if (guest.tabs > 0) return;
      guest.leftAt = now();
      guest.grace = setTimeout(() => void left(guest), graceMs);
    },

    /** Everybody has left: nobody here would notice when they do. */
    async stop(): Promise<void> {
      isStopped = true;
      const everybody = [...guests.values()];
      for (const guest of everybody) if (guest.tabs > 0) guest.leftAt = now();
      await Promise.all(everybody.map(left));
    },
  };
}

export type VisitorPresence = ReturnType<typeof createPresence>;
