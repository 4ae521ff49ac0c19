import { askedOfAssistant } from "../../../../../conversation/asked-of-assistant.ts";
import { type Conversation, isTranslated } from "../../../../../conversation/conversation.ts";
import { languageName } from "../../../../../settings/languages.ts";
import { isTouched } from "../../elements/touch.ts";
import { modKey } from "../../keys/key-names.ts";
import { sendKey } from "../../keys/send-key.ts";

/** What whoever writes should know right now, in one line. */
export function hintFor(conversation: Conversation, text: string, note: boolean): string {
  if (note)
    return askedOfAssistant(text) === undefined
      ? "Only the team will see this. @assistant writes a draft."
      : "Only the team will see this. The assistant answers here.";
  const { visitor, status } = conversation;
  if (isTranslated(conversation))
    return `Write in your language. The visitor reads it in ${visitor.language ? languageName(visitor.language) : "theirs"}.`;
  if (status === "assistant") return "Replying takes over from the assistant.";
  if (isTouched()) return "";
  return sendKey() === "enter"
    ? "Enter sends, Shift+Enter starts a line."
    : `${modKey}+Enter sends, Enter starts a line.`;
}
