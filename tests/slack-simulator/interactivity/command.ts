import type { SlackMessage } from "../message.ts";
import type { Slack } from "../slack.ts";
import type { Channel, Person } from "../workspace.ts";
import { respond } from "./app-response.ts";
import { complaint } from "./send.ts";

/** A person runs a slash command; returns what the app showed for it, or Slackbot's complaint. */
export async function runCommand(
  slack: Slack,
  person: Person,
  channel: Channel,
  command: string,
  text: string,
): Promise<SlackMessage | undefined> {
  const target = { userId: person.id, channelId: channel.id };
  const { team, bot } = slack.workspace;
  const payload = {
    token: slack.settings.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.isIm ? "directmessage" : channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text: withIds(slack, text),
    api_app_id: bot.appId,
    is_enterprise_install: "false",
    response_url: slack.responseUrls.issue(slack.url, target),
    trigger_id: slack.triggers.issue(person.id),
  };
  const answer = await slack.app.request({ kind: "slash_commands", payload });
  slack.events.deliveries.push({ eventId: "", type: "slash_command", attempt: 0, status: answer.status });
  const problem = complaint(answer);
  if (problem) return respond(slack, target, `${command} failed with the error "${problem}"`);
  return isShowable(answer.body) ? respond(slack, target, answer.body) : undefined;
}

function isShowable(body: unknown): boolean {
  if (typeof body === "string") return body.trim() !== "";
  return typeof body === "object" && body !== null && ("text" in body || "blocks" in body);
}

/** With should_escape the app is given ids instead of the @names and #names people type. */
function withIds(slack: Slack, text: string): string {
  return text
    .replace(/(?<!\w)@([\w.-]*\w)/g, (typed, name: string) => {
      const person = slack.workspace.people.find((candidate) => candidate.name === name.toLowerCase());
      return person ? `<@${person.id}|${person.name}>` : typed;
    })
    .replace(/(?<!\w)#([\w-]+)/g, (typed, name: string) => {
      const channel = slack.workspace.channels.find((candidate) => candidate.name === name);
      return channel ? `<#${channel.id}|${name}>` : typed;
    });
}
