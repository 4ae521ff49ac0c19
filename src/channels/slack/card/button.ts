import type { Button } from "@slack/types";

/** A button of a card: about one conversation. */
export const button = (text: string, action: string, id: string, more: Partial<Button> = {}): Button => ({
  type: "button",
  text: { type: "plain_text", text },
  action_id: action,
  value: id,
  ...more,
});
