import { sizeInWords } from "../elements/size-in-words.ts";
import { Markdown } from "../markdown/markdown.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import type { Pending } from "./pending.ts";

/** What I wrote, on its way: says truthfully how far it is. */
export function PendingBubble({ message, open }: { message: Pending; open: OpenConversation }) {
  const { text, note, files, state, problem } = message;
  return (
    <article
      class={`message from-agent pending ${note ? "note" : ""} ${state}`}
      aria-label={note ? "Your note" : "You"}
    >
      <div class="said">
        {text && (
          <div class="bubble">
            <Markdown text={text} />
          </div>
        )}
        {files.length > 0 && (
          <ul class="files">
            {files.map(({ id, name, size }) => (
              <li key={id}>
                <span class="file">
                  <span class="file-name">{name}</span> <span class="file-size">{sizeInWords(size)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {state === "failed" || state === "waiting" ? (
        <p class="sending-state" role={state === "failed" ? "alert" : "status"}>
          {state === "failed"
            ? `Not sent. ${problem ?? ""}`
            : "Not sent yet: it goes by itself when the server can be reached."}{" "}
          <button type="button" onClick={() => void open.tryAgain(message)}>
            Try again
          </button>{" "}
          <button type="button" onClick={() => open.drop(message)}>
            Discard
          </button>
        </p>
      ) : (
        <p class="sending-state">{state === "sending" ? "Sending" : "Sent"}</p>
      )}
    </article>
  );
}
