import type { ModalView } from "@slack/types";
import type { Dialog, DialogView } from "./dialog.ts";

/** A dialog's view as Slack wants it. */
export function modal(
  { title, callbackId }: Dialog,
  { blocks, submit }: DialogView,
  memory?: string,
): ModalView {
  return {
    type: "modal",
    title: plain(title),
    close: plain(submit ? "Cancel" : "Close"),
    ...(submit ? { submit: plain(submit) } : {}),
    ...(memory ? { callback_id: callbackId, private_metadata: memory } : {}),
    blocks,
  };
}

/** A modal that only says something. */
export const sentence = (dialog: Dialog, text: string): ModalView =>
  modal(dialog, { blocks: [{ type: "section", text: { type: "mrkdwn", text, verbatim: true } }] });

const plain = (text: string) => ({ type: "plain_text" as const, text });
