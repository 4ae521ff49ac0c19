import type { Message } from "../../../../conversation/message.ts";
import type { OpenConversation } from "../conversation/open-conversation.ts";
import { Icon } from "../elements/icons.tsx";

/** Below a message in which something is masked: the way to read it, for those who may. */
export function MaskedWords({ message, open }: { message: Message; open: OpenConversation }) {
  const { revealed } = open;
  if (revealed.messages.value.has(message.id))
    return (
      <p class="about-masked">
        <Icon name="eye" /> Revealed, and noted that you looked ·{" "}
        <button type="button" class="plain" onClick={() => revealed.hide(message.id)}>
          Hide again
        </button>
      </p>
    );
  const view = open.view.value;
  const mayReveal = view.state === "ready" && view.mayReveal;
  return (
    <p class="about-masked">
      <Icon name="masked" /> Something is masked here
      {mayReveal && (
        <>
          {" · "}
          <button type="button" class="plain" onClick={() => void revealed.reveal(message.id)}>
            Reveal
          </button>
        </>
      )}
    </p>
  );
}
