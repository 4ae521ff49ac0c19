import { ConversationError } from "../../../conversation/errors.ts";
import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { Log } from "../../../log.ts";
import { createRounds } from "../workspace/rounds.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { Failing } from "./failing.ts";
import type { Recheck } from "./recheck.ts";
import type { SendHeld } from "./send-held.ts";
import { addressIn } from "./source.ts";

export interface ReleasesOptions {
  heldReplies: HeldReplies;
  sendHeld: SendHeld;
  recheck: Recheck;
  workspaces: Workspaces;
  failing: Pick<Failing, "refusedLater">;
  now: () => number;
  log: Log;
}

export type Releases = ReturnType<typeof createReleases>;

/** For what another node, or this one before it was restarted, has promised. */
const pollMs = 2_000;
const atOnce = 100;
/** The app was down, or the database did not answer. */
const lateMs = 15_000;
/** A visitor does not wait longer for Slack to answer. */
const tooLateMs = 2 * 60_000;

/** Sends replies when the time in which they could be taken back is over. Several nodes may do so side by side. */
export function createReleases(options: ReleasesOptions) {
  const { heldReplies, sendHeld, recheck, workspaces, failing, now, log } = options;
  const timers = new Set<NodeJS.Timeout>();
  const rounds = createRounds({ everyMs: pollMs, work: releaseDue, log });

  return {
    start(): void {
      rounds.start();
      rounds.soon();
    },

    /** Something is to be sent at `at` (ms since 1970). */
    expect(at: number): void {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          rounds.soon();
        },
        Math.max(0, at - now()) + 5,
      );
      timers.add(timer);
    },

    async stop(): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      await rounds.stop();
    },
  };

  async function releaseDue(): Promise<void> {
    const waiting = new Set<string>();
    for (const held of await heldReplies.due(now(), atOnce)) {
      const { conversationId } = held;
      // What was written later does not overtake it, and other conversations do not wait for it.
      if (waiting.has(conversationId)) continue;
      await release(held).catch((error: unknown) => {
        waiting.add(conversationId);
        log.warn("slack: a reply could not be sent yet", { conversationId, error });
      });
    }
  }

  async function release(due: HeldReply): Promise<void> {
    const { source } = due;
    const workspace = await workspaces.byTeam(addressIn(source).teamId);
    if (!workspace) return;
    const held = lateness(due) > lateMs ? await asItStandsInSlack(due, workspace) : due;
    if (!held) return;
    try {
      await sendHeld(held, workspace);
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      await failing.refusedLater(due, error);
      await heldReplies.drop(source);
    }
  }

  function lateness({ releaseAt = now() }: HeldReply): number {
    return now() - releaseAt;
  }

  /** While nobody looked it may have been edited or deleted. Undefined: it is not to be sent. Throws: not yet. */
  async function asItStandsInSlack(due: HeldReply, workspace: Workspace): Promise<HeldReply | undefined> {
    try {
      await recheck(due.source, workspace);
    } catch (error) {
      if (lateness(due) < tooLateMs) throw error;
      log.warn("slack: sent without asking Slack whether it still stands there", { error, ...due.source });
    }
    const held = await heldReplies.find(due.source);
    return held?.reason === "undo" ? held : undefined;
  }
}
