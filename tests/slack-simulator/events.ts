import { randomBytes } from "node:crypto";
import type { Answer, AppConnection } from "./app-connection.ts";
import { requiredScope } from "./event-scopes.ts";
import type { Settings } from "./settings.ts";
import { createTurns } from "./turns.ts";
import { createWaits } from "./waits.ts";
import type { Channel, Workspace } from "./workspace.ts";

export type SlackEvent = Record<string, unknown> & { type: string };
export interface EventEnvelope {
  event: SlackEvent;
  event_id: string;
  [more: string]: unknown;
}
export interface Delivery {
  eventId: string;
  type: string;
  attempt: number;
  status: number | "timeout" | "refused";
}

export type Events = ReturnType<typeof createEvents>;

/** Sends what happened to the app: enveloped, retried under the same event_id until acknowledged or Slack gives up. */
export function createEvents({
  settings,
  workspace,
  app,
}: {
  settings: Settings;
  workspace: Workspace;
  app: AppConnection;
}) {
  const deliveries: Delivery[] = [];
  const pending = new Set<Promise<void>>();
  const firstAttempts = new Map<string, Promise<unknown>>();
  const waits = createWaits();
  // An app in the same process must not be counted slow for what waits in its sockets.
  const inTurn = createTurns(32);

  return {
    deliveries,
    /** Without a channel the event concerns the whole workspace. Events the app may not see are only returned. */
    emit(event: SlackEvent, channel?: Channel): EventEnvelope {
      const envelope = envelopeOf(event, channel);
      const isMember = !channel || channel.members.has(workspace.bot.userId);
      const scope = requiredScope(event, channel);
      const isGranted = !scope || !settings.scopes || settings.scopes.includes(scope);
      if (isMember && isGranted && app.hasApp()) deliver(envelope);
      return envelope;
    },
    redeliver(envelope: EventEnvelope, { newEventId = false }: { newEventId?: boolean } = {}): EventEnvelope {
      const again = newEventId ? { ...envelope, event_id: eventId() } : envelope;
      deliver(again);
      return again;
    },
    /** Resolves when the app was asked once, whatever it answered. */
    firstAttempt: async (envelope: EventEnvelope): Promise<unknown> => firstAttempts.get(envelope.event_id),
    async idle(): Promise<void> {
      while (pending.size) await Promise.all(pending);
    },
    stop: waits.stop,
  };

  function deliver(envelope: EventEnvelope): void {
    const first = attempt(envelope, 0);
    const delivery = first
      .then((answer) => retried(envelope, answer))
      .finally(() => {
        pending.delete(delivery);
        firstAttempts.delete(envelope.event_id);
      });
    pending.add(delivery);
    firstAttempts.set(envelope.event_id, first);
  }

  async function retried(envelope: EventEnvelope, first: Answer | undefined): Promise<void> {
    let answer = first;
    for (const [place, waitMs] of settings.retryDelaysMs.entries()) {
      if (!answer || isAcknowledged(answer) || answer.noRetry) return;
      answer = await attempt(envelope, waitMs, { attempt: place + 1, reason: retryReason(answer) });
    }
  }

  /** Undefined when the simulator stopped first. Even a wait of nothing lets the call that caused the event be answered. */
  async function attempt(
    envelope: EventEnvelope,
    waitMs: number,
    retry?: { attempt: number; reason: string },
  ): Promise<Answer | undefined> {
    if (!(await waits.over(waitMs))) return undefined;
    const answer = await inTurn(() => app.request({ kind: "events_api", payload: envelope }, retry));
    deliveries.push({
      eventId: envelope.event_id,
      type: envelope.event.type,
      attempt: retry?.attempt ?? 0,
      status: answer.status,
    });
    return answer;
  }

  function envelopeOf(event: SlackEvent, channel?: Channel): EventEnvelope {
    const isShared =
      channel !== undefined &&
      workspace.people.some((person) => person.externalTeam && channel.members.has(person.id));
    return {
      token: settings.verificationToken,
      team_id: workspace.team.id,
      context_team_id: workspace.team.id,
      context_enterprise_id: null,
      api_app_id: workspace.bot.appId,
      event,
      type: "event_callback",
      event_id: eventId(),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.team.id,
          user_id: workspace.bot.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: isShared,
      event_context: `4-${Buffer.from(JSON.stringify({ et: event.type, tid: workspace.team.id, aid: workspace.bot.appId, cid: channel?.id })).toString("base64url")}`,
    };
  }
}

const eventId = () => `Ev${randomBytes(6).toString("hex").toUpperCase().slice(0, 9)}`;
const isAcknowledged = ({ status }: Answer) => typeof status === "number" && status >= 200 && status < 300;

function retryReason({ status }: Answer): string {
  if (status === "timeout") return "http_timeout";
  return status === "refused" ? "connection_failed" : "http_error";
}
