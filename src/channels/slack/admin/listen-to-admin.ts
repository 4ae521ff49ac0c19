import type { App, Context } from "@slack/bolt";
import type { Log } from "../../../log.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";
import type { Home } from "./home/home.ts";
import { editSettings } from "./home/view.ts";
import type { SettingsModal } from "./modal/settings-modal.ts";
import { callbackId } from "./modal/view.ts";

export interface AdminListeners {
  command: Command;
  modal: SettingsModal;
  home: Home;
  log: Log;
}

/** Hears `/handoff`, its modal, and the app's Home tab. */
export function listenToAdmin(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { command, modal, home, log }: AdminListeners,
): void {
  bolt.command("/handoff", async ({ ack, command: asked, context, respond }) => {
    const { user_id: userId, text, trigger_id: triggerId } = asked;
    const workspace = await where(context);
    if (/^(?:settings)?$/i.test(text.trim())) {
      const isOpen = await opens({ triggerId, userId, workspace });
      return isOpen ? ack() : ack({ response_type: "ephemeral", text: notInTime });
    }
    const later = (work: () => Promise<string>) =>
      void work()
        .catch((error: unknown) => {
          log.error("slack: a command failed", { text, error });
          return "That did not work: something went wrong on our side. The server's log says what.";
        })
        .then((answer) => respond({ response_type: "ephemeral", replace_original: false, text: answer }))
        .catch((error: unknown) => log.warn("slack: an answer could not be delivered", { error }));
    const answering = command({ userId, text, workspace, later });
    const answer = await soonEnough(answering);
    if (answer === undefined) later(() => answering);
    await ack({ response_type: "ephemeral", text: answer ?? "One moment…" });
  });

  bolt.view(callbackId, async ({ ack, view, body, context }) => {
    const workspace = await where(context);
    const userId = body.user.id;
    const outcome = await modal.submit(view, { userId, workspace });
    if ("errors" in outcome) return ack({ response_action: "errors", errors: outcome.errors });
    await ack();
    void tell(userId, workspace, outcome.saved);
  });

  bolt.event("app_home_opened", async ({ event, context }) => {
    if (event.tab === "home") await home.opened(event.user, await where(context));
  });

  bolt.action({ type: "block_actions", action_id: editSettings }, async ({ ack, body, context }) => {
    const workspace = await where(context);
    const userId = body.user.id;
    const isOpen = await opens({ triggerId: body.trigger_id, userId, workspace });
    await ack();
    if (!isOpen) void tell(userId, workspace, notInTime);
  });

  async function opens(opening: Parameters<SettingsModal["open"]>[0]): Promise<boolean> {
    try {
      await modal.open(opening);
      return true;
    } catch (error) {
      log.warn("slack: the settings could not be opened", { userId: opening.userId, error });
      return false;
    }
  }

  /** A modal belongs to no channel, so the word goes to the direct messages with the app. */
  async function tell(userId: string, { api }: Workspace, text: string): Promise<void> {
    try {
      const channel = await api.directChannel(userId);
      if (channel) await api.whisper({ channel, user: userId, text });
    } catch (error) {
      log.warn("slack: somebody could not be told what was saved", { userId, error });
    }
  }
}

/** Slack waits 3 seconds for an answer, and calls everything later a failure; with a slow Slack it may take longer. */
const patienceMs = 2_000;

/** Undefined when it takes too long. */
async function soonEnough<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

const notInTime = "Slack did not show the settings in time. Type /handoff again.";
