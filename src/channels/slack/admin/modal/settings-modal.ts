import type { ViewOutput } from "@slack/bolt";
import { lateInWords } from "../../../../conversation/late-in-words.ts";
import { Refused } from "../../../../conversation/listener.ts";
import type { Log } from "../../../../log.ts";
import type { Callable } from "../../../../settings/callable.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import { escaped } from "../../text/escape.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { AdminTools } from "../ports.ts";
import { mayChange, refusal } from "../who-may.ts";
import type { Field } from "./field.ts";
import { submission } from "./submission.ts";
import { loadingView, settingsView, wordsView } from "./view.ts";

export interface SettingsModalOptions extends Pick<AdminTools, "callForMissed"> {
  settings: SettingsDesk;
  /** Whom a step of the no-answer ladder can call, by name. */
  callable: () => Promise<Callable[]>;
  publicUrl: string;
  log: Log;
}

export interface Opening {
  triggerId: string;
  userId: string;
  workspace: Workspace;
}

export type SettingsModal = ReturnType<typeof createSettingsModal>;

/** The settings as a modal: opened at once, filled when they are read. */
export function createSettingsModal({
  settings,
  callable,
  callForMissed,
  publicUrl,
  log,
}: SettingsModalOptions) {
  return {
    /** Resolves when the modal is open; it is filled after that. */
    async open({ triggerId, userId, workspace }: Opening): Promise<void> {
      const view = await workspace.api.openView(triggerId, loadingView);
      if (view?.id) void fill(view.id, userId, workspace);
    },

    /** Saves, or returns what is wrong in which field. */
    async submit(
      view: ViewOutput,
      { userId, workspace }: Omit<Opening, "triggerId">,
    ): Promise<{ errors: Record<string, string> } | { saved: string }> {
      const current = await settings.current();
      if (!(await mayChange(userId, workspace, current)))
        return {
          errors: { liveHandoff: "Only workspace admins, owners and those an admin named can change this." },
        };

      const asked = submission(view, { current, callable: await callable() });
      if ("errors" in asked) return asked;
      const { wanted, touched } = asked;
      const problem = wanted.slackChannel ? await closedDoor(wanted.slackChannel, workspace) : undefined;
      if (problem) return { errors: { slackChannel: problem } };

      const by = (await workspace.directory.person(userId))?.name ?? userId;
      await settings.change(wanted, by);
      const isSwitchedOn = !current.liveHandoff && wanted.liveHandoff === true;
      const late = isSwitchedOn ? lateInWords(await callForMissed()) : "";
      return { saved: `${inWords(touched)} ${late}`.trim() };
    },
  };

  async function fill(viewId: string, userId: string, workspace: Workspace): Promise<void> {
    try {
      const current = await settings.current();
      const may = await mayChange(userId, workspace, current);
      const place = await workspace.place().catch(() => undefined);
      const peopleHere = await knownIn(workspace, current.slackAdmins);
      const shown = {
        ...{ settings: current, channelId: place?.channel.id, peopleHere, publicUrl },
        callable: await callable(),
      };
      await workspace.api.updateView(
        viewId,
        may ? settingsView(shown) : wordsView(await refusal(workspace, current)),
      );
    } catch (error) {
      log.warn("slack: the settings could not be shown", { userId, error });
      const words = `The settings could not be read just now. Close this and type /handoff again, or use the <${publicUrl}/inbox/settings|settings page>.`;
      await workspace.api.updateView(viewId, wordsView(words)).catch(() => undefined);
    }
  }
}

async function knownIn({ directory }: Workspace, ids: readonly string[]): Promise<string[]> {
  const people = await Promise.all(ids.map((id) => directory.person(id)));
  return ids.filter((_, index) => people[index] !== undefined);
}

/** Why handoffs cannot appear there; undefined when they can. */
async function closedDoor(channel: string, workspace: Workspace): Promise<string | undefined> {
  try {
    await workspace.tryOut(channel);
    return undefined;
  } catch (error) {
    return error instanceof Refused ? error.message : "Slack did not answer just now. Save again.";
  }
}

function inWords(touched: readonly Field[]): string {
  if (touched.length === 0) return "Nothing was changed.";
  return `Saved: ${touched.map(({ label }) => escaped(label)).join(", ")}.`;
}
