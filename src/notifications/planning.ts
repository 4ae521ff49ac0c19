import { afterQuietHours, quietHoursOf } from "../settings/quiet-hours.ts";
import type { Settings } from "../settings/schema.ts";
import type { Notices, PlannedNotice, Way } from "./notice.ts";

/** Who hears of a second handoff within this time hears of it together with all others, at its end at the latest. */
export const groupingMs = 60_000;

export interface Planning {
  way: Way;
  conversationId: string;
  /** The seq of the event that somebody should hear of. */
  seq: number;
}

/** Who is told of a handoff, and when: at once, with those that come within a minute, or after the night. */
export async function plan(
  { way, conversationId, seq }: Planning,
  { settings, notices, now }: { settings: Settings; notices: Notices; now: number },
): Promise<void> {
  if (!isOn(settings, way)) return;
  const planned = await Promise.all(
    recipientsOf(settings, way).map(async (recipient): Promise<PlannedNotice> => {
      const { sentAt, dueAt } = await notices.pace(way, recipient);
      const together = dueAt ?? (sentAt === undefined ? now : sentAt + groupingMs);
      const awake = afterQuietHours(quietHoursOf(recipient, settings), settings.hours.timeZone, now);
      return {
        way,
        recipient,
        conversationId,
        key: `${conversationId}/${seq}`,
        dueAt: Math.max(now, together, awake),
      };
    }),
  );
  await notices.plan(planned);
}

const isOn = (settings: Settings, way: Way) =>
  way === "email" ? settings.emailNotifications : settings.smsNotifications;

export const recipientsOf = (settings: Settings, way: Way): string[] =>
  way === "email" ? settings.emailRecipients : settings.smsRecipients;
