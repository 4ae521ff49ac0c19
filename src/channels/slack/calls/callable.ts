import type { Log } from "../../../log.ts";
import type { Callable } from "../../../settings/callable.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";

/** Each name is one call to Slack, once an hour: whoever is beyond this is named by their id. */
const maxPeople = 80;
const askedAtOnce = 8;
const rememberedMs = 5 * 60_000;

/** The people of the company in the channels that conversations go to, and the workspaces' groups, by name. What Slack does not say is left out. */
export function createCallable({
  workspaces,
  log,
  now,
}: {
  workspaces: Pick<Workspaces, "all" | "channelsIn">;
  log: Log;
  now: () => number;
}): () => Promise<Callable[]> {
  let remembered: { callable: Promise<Callable[]>; until: number } | undefined;
  return () => {
    if (!remembered || remembered.until <= now())
      remembered = { callable: look(), until: now() + rememberedMs };
    return remembered.callable;
  };

  async function look(): Promise<Callable[]> {
    const all = await Promise.all(
      workspaces.all().flatMap((workspace) => [groups(workspace), people(workspace)]),
    );
    const byId = new Map(all.flat().map((one) => [one.id, one]));
    return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  async function groups({ api, calls }: Workspace): Promise<Callable[]> {
    const found = await orNone(() => calls.make(() => api.usergroups()));
    return found.flatMap(({ id, handle, name }) =>
      id ? [{ id, name: handle || name || id, isGroup: true }] : [],
    );
  }

  async function people(workspace: Workspace): Promise<Callable[]> {
    const ids = await orNone(() => membersOf(workspace));
    const known: Callable[] = [];
    for (let from = 0; from < Math.min(ids.length, maxPeople); from += askedAtOnce) {
      const some = ids.slice(from, Math.min(from + askedAtOnce, maxPeople));
      const persons = await Promise.all(some.map((id) => workspace.directory.person(id)));
      for (const [index, id] of some.entries()) {
        const person = persons[index];
        if (person && !person.isBot && !person.isGuest) known.push({ id, name: person.name, isGroup: false });
      }
    }
    return known;
  }

  async function membersOf(workspace: Workspace): Promise<string[]> {
    const { api, calls, doors, identity } = workspace;
    const channels = await workspaces.channelsIn(workspace);
    const places = await Promise.all(channels.map((channel) => doors.to(channel).place()));
    const ids = new Set(places.map(({ channel }) => channel.id));
    const pages = await Promise.all([...ids].map((id) => calls.make(() => api.members(id, undefined))));
    const { botUserId } = await identity();
    return [...new Set(pages.flatMap(({ members = [] }) => members))].filter((id) => id !== botUserId);
  }

  async function orNone<T>(ask: () => Promise<T[]>): Promise<T[]> {
    try {
      return await ask();
    } catch (error) {
      log.warn("slack did not say whom the ladder can call", { error });
      return [];
    }
  }
}
