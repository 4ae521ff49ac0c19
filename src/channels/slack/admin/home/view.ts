import type { HomeView, KnownBlock } from "@slack/types";
import type { Summary } from "../../../../conversation/directory.ts";
import type { Availability } from "../../../../settings/availability.ts";
import type { Settings } from "../../../../settings/schema.ts";
import { dateToken } from "../../card/date-token.ts";
import { visitorName } from "../../posts/speaker.ts";
import { decodeThread } from "../../replies/thread.ts";
import { escaped, inert } from "../../text/escape.ts";
import { called } from "../called.ts";
import { cannotSend } from "../cannot-send.ts";
import type { AdminTools } from "../ports.ts";

export const editSettings = "handoff_edit_settings";

/** An open conversation and its thread, as far as it has one. */
export interface OpenConversation extends Summary {
  thread: string | undefined;
}

export interface HomeContent {
  open: OpenConversation[];
  /** There are more than these. */
  isMore: boolean;
  /** Whose tab it is, as an agent's id. */
  reader: string;
  /** Admins see the settings and the health, too. */
  admin: ForAdmin | undefined;
  publicUrl: string;
}

interface ForAdmin {
  settings: Settings;
  availability: Availability;
  integrations: ReturnType<AdminTools["integrations"]>;
  /** Where handoffs appear, where that is known. */
  channelId: string | undefined;
}

/** The app's Home tab: who waits, who is being helped, and for admins how things are. */
export function homeView({ open, isMore, reader, admin, publicUrl }: HomeContent): HomeView {
  return {
    type: "home",
    blocks: [
      header(
        open.length > 0
          ? `Open conversations: ${open.length}${isMore ? " and more" : ""}`
          : "Nobody needs a person",
      ),
      ...(open.length > 0
        ? open.map((one) => conversationBlock(one, { reader, publicUrl }))
        : [nobody(publicUrl)]),
      ...(isMore ? [words(`<${publicUrl}/inbox|See all of them in the inbox>`)] : []),
      ...(admin ? adminBlocks(admin) : []),
    ],
  };
}

function conversationBlock(
  { conversation, lastText, thread }: OpenConversation,
  { reader, publicUrl }: Pick<HomeContent, "reader" | "publicUrl">,
): KnownBlock {
  const links = [
    ...(thread ? [`<${threadLink(thread)}|Open the thread>`] : []),
    `<${publicUrl}/inbox/c/${conversation.id}|Open in inbox>`,
  ];
  const said = lastText.replace(/\s+/g, " ").slice(0, 200);
  return words(
    [
      `*${inert(visitorName(conversation))}* · ${state(conversation, reader)}`,
      ...(said ? [inert(said)] : []),
      links.join(" · "),
    ].join("\n"),
  );
}

function state({ status, handoff, agent }: OpenConversation["conversation"], reader: string): string {
  if (status === "waiting") return `:hourglass_flowing_sand: waiting since ${dateToken(handoff?.at ?? 0)}`;
  if (status === "agent" && agent?.id === reader) return "with you";
  return status === "agent" ? `with ${inert(agent?.name ?? "a team member")}` : "with the assistant again";
}

/** Opens in the browser or, where it is installed, in Slack itself. */
function threadLink(thread: string): string {
  const { team, channel, ts } = decodeThread(thread);
  return `https://app.slack.com/client/${team}/${channel}/thread/${channel}-${ts}`;
}

const nobody = (publicUrl: string) =>
  words(
    `When the assistant cannot help a visitor, the conversation appears here and as a thread in the channel. Earlier ones are in the <${publicUrl}/inbox|inbox>.`,
  );

function adminBlocks({ settings, availability, integrations, channelId }: ForAdmin): KnownBlock[] {
  const on = (isOn: boolean) => (isOn ? "on" : "off");
  return [
    { type: "divider" },
    header("Settings"),
    words(
      [
        `Live handoff: *${on(settings.liveHandoff)}*`,
        escaped(availability.words),
        ...(channelId ? [`Handoffs appear in <#${channelId}>.`] : []),
        `Email notifications: *${on(settings.emailNotifications)}* · SMS notifications: *${on(settings.smsNotifications)}*`,
        ...cannotSend(settings, () => integrations),
        `Trigger phrases of your own: *${settings.triggerPhrases.length}* · Saved replies: *${settings.savedReplies.length}*`,
      ].join("\n"),
    ),
    {
      type: "actions",
      elements: [
        { type: "button", text: { type: "plain_text", text: "Edit settings" }, action_id: editSettings },
      ],
    },
    header("Health"),
    words(
      Object.entries(integrations)
        .map(
          ([name, { state, detail }]) =>
            `${marks[state] ?? ":grey_question:"} *${called(name)}* ${escaped(detail)}`,
        )
        .join("\n")
        .slice(0, 3_000),
    ),
  ];
}

const marks: Record<string, string> = {
  on: ":white_check_mark:",
  off: ":heavy_minus_sign:",
  starting: ":hourglass_flowing_sand:",
  broken: ":x:",
};

const header = (text: string): KnownBlock => ({
  type: "header",
  text: { type: "plain_text", text, emoji: false },
});

const words = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});
