import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Identities } from "../../../conversation/identities.ts";
import { Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { sentSuggestions } from "../../../conversation/suggestions.ts";
import type { Copy } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { createMemory } from "../../../memory.ts";
import { decodeThread, type SlackThread } from "../replies/thread.ts";
import { userIn } from "../workspace/people.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { beyondRoom } from "./beyond-room.ts";
import { type Around, type Entry, entriesOf } from "./entry.ts";
import { isAfter, type Position, start } from "./metadata.ts";
import { packed } from "./pack.ts";
import type { PostCopies } from "./post-copies.ts";
import { createRewriting } from "./rewriting.ts";
import { isShownIn } from "./shown-in.ts";
import { inOrder, isOfFiles, standingIn } from "./standing-in.ts";
import { writtenInSlack } from "./taken-back.ts";
import { onlySpeaker, type Setting, threadPost } from "./thread-post.ts";
import { standsBelow } from "./translated.ts";

export interface ChangingOptions {
  workspaces: Workspaces;
  store: Pick<ConversationStore, "eventsAfter">;
  posts: PostCopies;
  identities: Pick<Identities, "of">;
  log: Log;
}

export interface ChangeOfMessage {
  conversation: Conversation;
  /** Where the message was posted. */
  seq: number;
  thread: SlackThread;
  /** What comes after this has not been said in the thread yet. */
  saidTo: Position;
  /** The message was never heard of before, so older threads do not have it otherwise. */
  isNew: boolean;
  setting: Setting;
}

export type Changing = ReturnType<typeof createChanging>;

interface State extends ChangeOfMessage {
  /** What the thread says as it stands now, in order. */
  entries: Entry[];
  /** Messages that may stand in several posts. */
  divided: ReadonlySet<number>;
  /** Everybody's words, those that were deleted since included. */
  spoken: Entry[];
}

/** Brings the posts up to date that hold a message which was edited, deleted or made internal. */
export function createChanging({ workspaces, store, posts, identities, log }: ChangingOptions) {
  const rewrite = createRewriting({ posts });
  /** What each post was changed to last: a delivery that is repeated changes nothing again. */
  const written = createMemory<string>({ max: 10_000 });

  return async (change: ChangeOfMessage): Promise<void> => {
    const { conversation, seq, thread } = change;
    const { here, elsewhere } = await posts.of(thread, conversation.id, seq);
    if (here.length + elsewhere.length === 0) return;

    const state = stateOf(change, await store.eventsAfter(conversation.id, 0), (agent) =>
      userIn(thread.team, agent, identities),
    );
    const gone = await noLongerNeeded(here, state);
    for (const copy of here) if (!gone.includes(copy)) await bring(copy, state, gone);
    const workspace = await workspaceOf(thread);
    for (const copy of gone) await rewrite({ copy, workspace, content: undefined });
    for (const copy of change.isNew ? [] : elsewhere)
      await bring(copy, { ...state, thread: decodeThread(copy.externalId) }).catch((error: unknown) =>
        log.warn("slack: an older thread keeps what was changed", { copy, error }),
      );
  };

  /** Where a message went on in posts of its own and fits into its first one again, they have nothing more to say. */
  async function noLongerNeeded(here: Copy[], state: State): Promise<Copy[]> {
    const [home, ...later] = here.filter(({ from }) => !isOfFiles(from)).toSorted(inOrder);
    const own = later.filter(({ from, to }) => from.seq === state.seq && to.seq === state.seq);
    if (!home || own.length === 0) return [];
    const standing = standingIn(home, state.entries, await neighbours(home, state, own));
    return beyondRoom(standing, state.seq).length === 0 ? own : [];
  }

  async function bring(copy: Copy, state: State, gone: Copy[] = []): Promise<void> {
    const { seq, entries, setting, spoken } = state;
    const workspace = await workspaceOf(decodeThread(copy.externalId));
    const standing = async () => standingIn(copy, entries, await neighbours(copy, state, gone));

    await goOn(beyondRoom(await standing(), seq), state, workspace);
    const left = await standing();
    // What a post looks like was settled when it was made: by everybody whose words it held then.
    const isQuoting = onlySpeaker(spoken.filter((entry) => isWithin(entry, copy))) === undefined;
    const { worn: _, ...content } = threadPost(left, { ...setting, isQuoting });
    const looks = left.length > 0 ? JSON.stringify(content) : "";
    if (written.get(copy.externalId) === looks) return;

    const outcome = await rewrite({ copy, workspace, content: left.length > 0 ? content : undefined });
    // A post that can no longer be changed keeps its old words: the new ones are said again below it.
    if (outcome === "unchangeable")
      await goOn(
        left.filter(({ position }) => position.seq === seq),
        state,
        workspace,
      );
    written.set(copy.externalId, looks);
  }

  async function goOn(unsaid: Entry[], state: State, workspace: Workspace): Promise<void> {
    const { conversation, thread, setting } = state;
    for (const post of packed(unsaid)) {
      const [from = start, to = start] = [post.at(0)?.position, post.at(-1)?.position];
      const mark = { conversation: conversation.id, from, to };
      const ts = await workspace.poster.post({
        ...{ channel: thread.channel, ...threadPost(post, setting), mark },
        thread: { ts: thread.ts, isBroadcast: false },
      });
      await posts.remember(thread, ts, mark);
    }
  }

  /** The thread's other posts that hold a message of this one. */
  async function neighbours(copy: Copy, { thread, divided }: State, gone: Copy[]): Promise<Copy[]> {
    const seqs = [...divided].filter((seq) => seq >= copy.from.seq && seq <= copy.to.seq);
    const found = new Map<string, Copy>();
    for (const seq of seqs)
      for (const one of (await posts.of(thread, copy.conversationId, seq)).here)
        found.set(one.externalId, one);
    for (const { externalId } of [copy, ...gone]) found.delete(externalId);
    return [...found.values()];
  }

  async function workspaceOf({ team }: SlackThread): Promise<Workspace> {
    const workspace = await workspaces.byTeam(team);
    if (!workspace) throw new Refused("The app is not in this Slack workspace any more.");
    return workspace;
  }
}

function stateOf(change: ChangeOfMessage, events: ConversationEvent[], userOf: Around["userOf"]): State {
  const { conversation, thread, saidTo } = change;
  const sent = sentSuggestions(events);
  const around = { conversation, sent, writtenInSlack: writtenInSlack(events), userOf };
  const entriesIn = (some: ConversationEvent[]) =>
    some.filter((event) => isShownIn(thread, event)).flatMap((event) => entriesOf(event, around));
  const below = events.filter((event) => standsBelow(event, events, thread));
  const standing = [...asItStands(events), ...below].toSorted((one, other) => one.seq - other.seq);
  const entries = entriesIn(standing).filter(({ position }) => !isAfter(position, saidTo));
  const edited = standing.filter((event) => event.type === "message.posted" && event.message.isEdited);
  const long = entries.filter(({ position }) => position.part > 1);
  const divided = new Set([...edited.map(({ seq }) => seq), ...long.map(({ position }) => position.seq)]);
  return { ...change, entries, divided, spoken: entriesIn(events) };
}

const isWithin = ({ position: { seq } }: Entry, { from, to }: Copy) => seq >= from.seq && seq <= to.seq;
