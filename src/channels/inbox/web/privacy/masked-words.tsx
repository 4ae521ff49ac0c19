import type { Message } from "../../../../conversation/message.ts";
import type { OpenConversation } from "../conversation/open-conversation.ts";
import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { recordOf } from "./record-address.ts";
import type { Reveal } from "./revealed.ts";
import { rights } from "./rights.ts";

/** Below a message in which something is masked: the way to read it, for those who may. */
export function MaskedWords({ message, open }: { message: Message; open: OpenConversation }) {
  const { mayReveal } = rights.value;
  const reveal = open.revealed.of(message.id);
  const isShown = reveal?.state === "shown";
  const press = () => (isShown ? open.revealed.hide(message.id) : open.revealed.reveal(message.id));
  return (
    <div class="about-masked">
      <p>
        <Icon name={isShown ? "eye" : "masked"} />
        <span role="status">{inWords(isShown, mayReveal)}</span>
      </p>
      {(mayReveal || isShown) && (
        <button type="button" aria-disabled={reveal?.state === "asked"} onClick={() => void press()}>
          {labelOf(reveal)}
        </button>
      )}
      {isShown && isAdmin() && <Link href={recordOf(open.id)}>Who looked</Link>}
      {reveal?.state === "failed" && (
        <p class="wrong" role="alert">
          It could not be revealed. {reveal.problem}
        </p>
      )}
    </div>
  );
}

function inWords(isShown: boolean, mayReveal: boolean): string {
  if (isShown) return "Shown for a minute, and noted.";
  return mayReveal ? "Something is masked here." : "Something is masked here. An admin can reveal it.";
}

function labelOf(reveal: Reveal | undefined): string {
  switch (reveal?.state) {
    case undefined:
      return "Reveal";
    case "asked":
      return "Revealing…";
    case "shown":
      return "Hide again";
    case "failed":
      return "Try again";
  }
}
