import type { App, Context } from "@slack/bolt";
import type { Log } from "../../../log.ts";
import { askingOf } from "../card/asking.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type createShortcuts, shortcutNames } from "./shortcuts.ts";

export interface ShortcutListeners {
  shortcuts: ReturnType<typeof createShortcuts>;
  log: Log;
}

/** Hears what people pick from the menu of a message. */
export function listenToShortcuts(
  bolt: App,
  where: (context: Context) => Promise<Workspace>,
  { shortcuts, log }: ShortcutListeners,
): void {
  for (const [callbackId, name] of Object.entries(shortcutNames))
    bolt.shortcut(
      { type: "message_action", callback_id: callbackId },
      async ({ ack, shortcut, respond, context }) => {
        if (shortcut.type !== "message_action") return;
        const { message, channel, user } = shortcut;
        const root: unknown = message.thread_ts;
        const rootTs = typeof root === "string" ? root : message.ts;
        const asking = await askingOf({
          workspace: await where(context),
          user,
          triggerId: shortcut.trigger_id,
          press: `${callbackId}/${message.ts}/${shortcut.action_ts}`,
          spot: { channel: channel.id, thread: rootTs === message.ts ? undefined : rootTs },
          ...{ respond, log },
        });
        await shortcuts({ name, ts: message.ts, rootTs, asking });
        await ack();
      },
    );
}
