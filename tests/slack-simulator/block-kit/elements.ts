import { z } from "zod";
import { actionId, mrkdwnOrPlain, plainText, string } from "./text.ts";

const confirm = z
  .looseObject({
    title: plainText(100),
    text: mrkdwnOrPlain(300),
    confirm: plainText(30),
    deny: plainText(30),
  })
  .optional();
const option = z.looseObject({
  text: mrkdwnOrPlain(75),
  value: string(150),
  description: mrkdwnOrPlain(75).optional(),
});
const options = z.array(option).min(1).max(100);
const placeholder = plainText(150).optional();

const button = z.looseObject({
  type: z.literal("button"),
  text: plainText(75),
  action_id: actionId,
  value: string(2000).optional(),
  url: string(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: string(75).optional(),
  confirm,
});

const staticSelects = (["static_select", "multi_static_select"] as const).map((type) =>
  z
    .looseObject({
      type: z.literal(type),
      action_id: actionId,
      placeholder,
      options: options.optional(),
      option_groups: z
        .array(z.looseObject({ label: plainText(75), options }))
        .max(100)
        .optional(),
      confirm,
    })
    .refine((select) => Boolean(select.options) !== Boolean(select.option_groups), {
      error: "requires options or option_groups",
    }),
);

const selects = (
  [
    "users_select",
    "multi_users_select",
    "conversations_select",
    "multi_conversations_select",
    "channels_select",
    "multi_channels_select",
    "external_select",
    "multi_external_select",
    "datepicker",
    "timepicker",
    "datetimepicker",
  ] as const
).map((type) => z.looseObject({ type: z.literal(type), action_id: actionId, placeholder, confirm }));

const choices = (["checkboxes", "radio_buttons"] as const).map((type) =>
  z.looseObject({
    type: z.literal(type),
    action_id: actionId,
    options: z.array(option).min(1).max(10),
    confirm,
  }),
);
const overflow = z.looseObject({
  type: z.literal("overflow"),
  action_id: actionId,
  options: z.array(option).min(1).max(5),
  confirm,
});

const inputs = (
  [
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "rich_text_input",
    "file_input",
  ] as const
).map((type) =>
  z.looseObject({
    type: z.literal(type),
    action_id: actionId,
    placeholder,
    ...(type === "plain_text_input"
      ? { initial_value: string(3000).optional(), max_length: z.number().int().min(1).max(3000).optional() }
      : {}),
    ...(type === "number_input" ? { is_decimal_allowed: z.boolean() } : {}),
  }),
);

export const image = z.looseObject({
  type: z.literal("image"),
  image_url: string(3000).optional(),
  alt_text: string(2000),
});

export const actionElement = z.union([button, ...staticSelects, ...selects, ...choices, overflow]);
export const inputElement = z.union([...inputs, ...staticSelects, ...selects, ...choices]);
export const accessory = z.union([actionElement, image]);
