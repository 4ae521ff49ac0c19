import type { Log } from "../../../log.ts";
import { createMemory } from "../../../memory.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type Budgeted, createBudgeted } from "./budgeted.ts";
import type { MessagePlace } from "./message-place.ts";

/** What a mark beside an agent's own message says about it. */
export type MarkName =
  | "hourglass_flowing_sand"
  | "e-mail"
  | "iphone"
  | "white_check_mark"
  | "eyes"
  | "warning";

export interface Mark {
  at: MessagePlace;
  name: MarkName;
}

export interface MarksOptions {
  workspaces: Workspaces;
  /** In which Slack counts calls. */
  minuteMs: number;
  log: Log;
  now: () => number;
}

export type Marks = ReturnType<typeof createMarks>;

/** Puts the app's marks under messages: in each thread under the newest one only, at a pace Slack allows. */
export function createMarks({ workspaces, minuteMs, log, now }: MarksOptions) {
  /** By conversation; what was there before this process is not known. */
  const standing = createMemory<Mark>({ max: 10_000 });
  const added = createMemory<true>({ max: 10_000 });
  const budgets = new Map<string, { adding: Budgeted<Adding>; removing: Budgeted<Mark> }>();

  return {
    /** `mayWait`: an older process may have left an hourglass there. */
    show(conversationId: string, mark: Mark, { mayWait = false } = {}): void {
      const before = standing.get(conversationId);
      if (before && isSame(before, mark)) return;
      budgetOf(mark.at.team).adding.want(conversationId, { conversationId, mark, mayWait });
    },

    /** Beside whatever else is there, until it is no longer so. */
    add(mark: Mark): void {
      added.set(keyOf(mark), true);
      budgetOf(mark.at.team).adding.want(`${mark.name}/${keyOf(mark)}`, { mark, mayWait: false });
    },

    /** What was added no longer holds. `maybe`: an earlier process may have added it. */
    drop(mark: Mark, { maybe = false } = {}): void {
      const { removing } = budgetOf(mark.at.team);
      if (added.delete(keyOf(mark))) removing.want(keyOf(mark), mark);
      else if (maybe) removing.wantIfCheap(keyOf(mark), mark);
    },

    standing: (conversationId: string) => standing.get(conversationId),

    stop(): void {
      for (const { adding, removing } of budgets.values()) {
        adding.stop();
        removing.stop();
      }
    },
  };

  /** Slack allows 50 additions and 20 removals a minute; some are left to what people ask for. */
  function budgetOf(team: string) {
    const known = budgets.get(team);
    if (known) return known;
    const made = {
      adding: createBudgeted<Adding>({ burst: 8, everyMs: minuteMs / 32, work: put, log, now }),
      removing: createBudgeted<Mark>({ burst: 3, everyMs: minuteMs / 12, work: take, log, now }),
    };
    budgets.set(team, made);
    return made;
  }

  async function put({ conversationId, mark, mayWait }: Adding): Promise<void> {
    const workspace = await workspaces.byTeam(mark.at.team);
    if (!workspace) return;
    const { channel, ts } = mark.at;
    const reacted = workspace.calls.make(() => workspace.api.react({ channel, ts, name: mark.name }));
    await reacted.catch(unlessDone);
    if (conversationId === undefined) return;

    const { removing } = budgetOf(mark.at.team);
    const before = standing.get(conversationId);
    standing.set(conversationId, mark);
    // An hourglass would go on saying what is no longer true; a check mark beside the eyes is only one mark too many.
    if (before?.name === "hourglass_flowing_sand") removing.want(keyOf(before), before);
    else if (before && isSamePlace(before, mark)) removing.wantIfCheap(keyOf(before), before);
    else if (!before && mayWait && mark.name !== "hourglass_flowing_sand") {
      const old: Mark = { at: mark.at, name: "hourglass_flowing_sand" };
      removing.wantIfCheap(keyOf(old), old);
    }
  }

  async function take({ at: { team, channel, ts }, name }: Mark): Promise<void> {
    const workspace = await workspaces.byTeam(team);
    if (!workspace) return;
    await workspace.calls.make(() => workspace.api.unreact({ channel, ts, name })).catch(unlessDone);
  }
}

interface Adding {
  conversationId?: string;
  mark: Mark;
  mayWait: boolean;
}

const keyOf = ({ at: { channel, ts }, name }: Mark) => `${channel}/${ts}/${name}`;
const isSamePlace = (one: Mark, other: Mark) =>
  one.at.channel === other.at.channel && one.at.ts === other.at.ts;
const isSame = (one: Mark, other: Mark) => isSamePlace(one, other) && one.name === other.name;

const done = new Set(["already_reacted", "no_reaction", "message_not_found", "too_many_reactions"]);

function unlessDone(error: unknown): void {
  if (!done.has(codeOf(error) ?? "")) throw error;
}
