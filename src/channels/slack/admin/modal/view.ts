import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Callable } from "../../../../settings/callable.ts";
import type { Settings } from "../../../../settings/schema.ts";
import type { Field } from "./field.ts";
import { groups } from "./fields.ts";

export const callbackId = "handoff_settings";
export const valueId = "value";

/** Slack's own limit of a text field. */
const maxTextLength = 3_000;

const plain = (text: string) => ({ type: "plain_text", text, emoji: false }) as const;

/** What stands there until the settings are read: a modal must open within 3 seconds. */
export const loadingView: ModalView = {
  type: "modal",
  callback_id: `${callbackId}_loading`,
  title: plain("Live Handoff"),
  close: plain("Close"),
  blocks: [{ type: "section", text: plain("Reading the settings…") }],
};

export const wordsView = (words: string): ModalView => ({
  ...loadingView,
  blocks: [{ type: "section", text: { type: "mrkdwn", text: words } }],
});

export interface Shown {
  settings: Settings;
  /** The channel's id, where it is known. */
  channelId: string | undefined;
  /** Whom Slack knows in this workspace, of the people in the settings: it refuses to show others. */
  peopleHere: readonly string[];
  /** Whom a step of the ladder can call by name. */
  callable: readonly Callable[];
  publicUrl: string;
}

/** All the settings, as on the page in the inbox. */
export function settingsView(shown: Shown): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    title: plain("Live Handoff"),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: [
      ...groups.flatMap(({ title, fields }): KnownBlock[] => [
        { type: "header", text: plain(title) },
        ...fields.map((field) => blockOf(field, shown)),
      ]),
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: `Sites, saved replies, routes, messages in other languages and who changed what are on the <${shown.publicUrl}/inbox/settings|settings page>.`,
          },
        ],
      },
    ],
  };
}

function blockOf(field: Field, shown: Shown): KnownBlock {
  const { settings, publicUrl, callable } = shown;
  const value = field.shown(settings, callable);
  if (value.length > maxTextLength)
    return {
      type: "section",
      text: {
        type: "mrkdwn",
        text: `*${field.label}*\nToo long to edit in Slack (${value.length} characters). <${publicUrl}/inbox/settings|Edit it on the settings page>.`,
      },
    };
  return {
    type: "input",
    block_id: field.name,
    label: plain(field.label),
    hint: plain(field.hint),
    optional: true,
    element: elementOf(field, value, shown),
  };
}

function elementOf(
  { kind, options = [] }: Field,
  value: string,
  { channelId, peopleHere }: Shown,
): InputBlock["element"] {
  const text = { action_id: valueId, ...(value ? { initial_value: value } : {}) };
  switch (kind) {
    case "switch": {
      const on = { text: plain("On"), value: "on" };
      return {
        type: "checkboxes",
        action_id: valueId,
        options: [on],
        ...(value === "on" ? { initial_options: [on] } : {}),
      };
    }
    case "channel":
      return {
        type: "conversations_select",
        action_id: valueId,
        filter: { include: ["public", "private"], exclude_bot_users: true },
        ...(channelId ? { initial_conversation: channelId } : {}),
      };
    case "people": {
      const initial = value.split("\n").filter((id) => peopleHere.includes(id));
      return {
        type: "multi_users_select",
        action_id: valueId,
        ...(initial.length > 0 ? { initial_users: initial } : {}),
      };
    }
    case "choice": {
      const all = options.map(({ value, label }) => ({ text: plain(label), value }));
      const chosen = all.find((option) => option.value === value);
      return {
        type: "static_select",
        action_id: valueId,
        options: all,
        ...(chosen ? { initial_option: chosen } : {}),
      };
    }
    case "number":
      return { type: "number_input", is_decimal_allowed: false, min_value: "0", ...text };
    case "line":
      return { type: "plain_text_input", ...text };
    case "lines":
    case "words":
      return { type: "plain_text_input", multiline: true, max_length: maxTextLength, ...text };
  }
}
