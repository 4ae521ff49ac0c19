import { memberId } from "../kept.ts";
import type { Shown } from "./shown.ts";

/** Whether this is a message of somebody else's that came after I had last looked. */
export const isNewToMe = (event: Shown, seenUpTo: number, me: string = memberId()): boolean =>
  event.type === "message.posted" &&
  event.at > seenUpTo &&
  !(event.message.author.kind === "agent" && event.message.author.id === me);
