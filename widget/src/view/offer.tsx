import type { Chat } from "../chat.ts";
import * as words from "../words.ts";
import { Choice } from "./choice.tsx";

/** Under the words that offer a person: the visitor's choice. */
export function Offer({ chat }: { chat: Chat }) {
  return (
    chat.isChoosing() && (
      <div class="request offer">
        <Choice onChoose={chat.askForPerson}>{words.talkToPerson}</Choice>
        <Choice onChoose={chat.keepGoing}>{words.keepGoing}</Choice>
      </div>
    )
  );
}
