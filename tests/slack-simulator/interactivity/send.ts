import type { Answer } from "../app-connection.ts";
import type { Slack } from "../slack.ts";
import type { Channel, Person } from "../workspace.ts";

/** What every interactivity payload tells about who acted and where. */
export function actor(slack: Slack, person: Person): Record<string, unknown> {
  const { team, bot } = slack.workspace;
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: bot.appId,
    token: slack.settings.verificationToken,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const channelNamed = (channel: Channel) => ({
  id: channel.id,
  name: channel.isIm ? "directmessage" : channel.name,
});

export async function interact(slack: Slack, payload: Record<string, unknown>): Promise<Answer> {
  const answer = await slack.app.request({ kind: "interactive", payload });
  slack.events.deliveries.push({
    eventId: "",
    type: String(payload.type),
    attempt: 0,
    status: answer.status,
  });
  slack.changed();
  return answer;
}

/** The words Slack shows a person when the app did not take what they did. */
export function complaint({ status }: Answer): string | undefined {
  if (status === "timeout") return "operation_timeout";
  if (status === "refused") return "dispatch_failed";
  return status >= 200 && status < 300 ? undefined : `http_${status}`;
}
