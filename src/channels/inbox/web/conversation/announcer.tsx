import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { forTeam } from "../../../../conversation/translation.ts";
import { memberId } from "../kept.ts";
import { previewOf } from "../list/preview.ts";
import { masksInWords } from "../privacy/with-masks.tsx";
import { authorName } from "./names.ts";
import type { Shown } from "./shown.ts";

/** Says each new message of somebody else's to screen readers: once, by name. What merely happened stays quiet. */
export function Announcer({ conversation, events }: { conversation: Conversation; events: Shown[] }) {
  const last = useRef(events.at(-1)?.seq ?? 0);
  const [words, setWords] = useState("");
  useEffect(() => {
    const news = events.filter(({ seq }) => seq > last.current);
    last.current = Math.max(last.current, events.at(-1)?.seq ?? 0);
    const said = news.flatMap((event) => inWords(event, conversation));
    if (said.length > 0) setWords(said.join(" "));
  }, [events.length]);
  return (
    <div class="for-ears" aria-live="polite" aria-atomic="true">
      {words}
    </div>
  );
}

function inWords(event: Shown, conversation: Conversation): string[] {
  if (event.type !== "message.posted") return [];
  const { author, note, files = [] } = event.message;
  if (author.kind === "agent" && author.id === memberId()) return [];
  const name = authorName(author, conversation);
  const text =
    masksInWords(previewOf(forTeam(event.message).text)) || files.map((file) => file.name).join(", ");
  return [`${note ? `Note by ${name}` : name}: ${text}`];
}
