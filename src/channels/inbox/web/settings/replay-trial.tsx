import { useEffect, useState } from "preact/hooks";
import type { Replayed, ReplayedChanges } from "../../settings/protocol.ts";
import { posted } from "../api.ts";
import { visitorName } from "../conversation/names.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";
import { whyNot } from "./why-not.ts";

/** What the phrases as typed would have changed in past conversations, against the saved ones. */
export function ReplayTrial({ phrases }: { phrases: string[] }) {
  const [found, setFound] = useState<Replayed>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const wanted = phrases.join("\n");

  // What was found for other phrases would be read as if it were about these.
  useEffect(() => setFound(undefined), [wanted]);

  const replay = async () => {
    setBusy(true);
    setFound(undefined);
    setProblem(undefined);
    try {
      setFound(await posted<Replayed>("/api/triggers/replay", { phrases }));
    } catch (error) {
      setProblem(whyNot(error));
    }
    setBusy(false);
  };

  return (
    <>
      <div class="replay-row">
        <button type="button" disabled={isBusy} onClick={() => void replay()}>
          Replay
        </button>
        <p class="hint">
          Runs the phrases as they stand above over past conversations, and shows what would change. Nothing
          is saved, and no visitor notices.
        </p>
      </div>
      <Problem>{problem}</Problem>
      <p class="outcome" role="status">
        {isBusy ? "Reading past conversations…" : found && inOneSentence(found)}
      </p>
      {found && <Changed title="Would be connected to people at once" changes={found.connected} />}
      {found && <Changed title="Would no longer be connected" changes={found.released} />}
    </>
  );
}

function inOneSentence({ messages, conversations, connected, released }: Replayed): string {
  const { read, of } = conversations;
  const extent = `Looked at ${counted(messages, "message")} of ${read.toLocaleString()} of ${counted(of, "conversation")}, the latest first.`;
  return connected.count + released.count === 0 ? `${extent} Nothing would change.` : extent;
}

const counted = (count: number, what: string) => `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;

function Changed({ title, changes: { count, examples } }: { title: string; changes: ReplayedChanges }) {
  if (count === 0) return null;
  const heading = `${title}: ${count.toLocaleString()}`;
  return (
    <>
      <p class="label">{heading}</p>
      <ul class="replayed" aria-label={title}>
        {examples.map(({ conversationId, visitorId, visitor, at, text, matched }) => (
          <li key={`${conversationId}/${at}`}>
            <a href={`/inbox/c/${conversationId}`} target="_blank" rel="noopener">
              {visitorName({ visitor: { id: visitorId, name: visitor } })}
            </a>{" "}
            <time class="quiet-text">{exactly(at)}</time>
            <p>“{text}”</p>
            <p class="quiet-text">because of “{matched}”</p>
          </li>
        ))}
      </ul>
      {count > examples.length && (
        <p class="quiet-text">These are the latest {examples.length.toLocaleString()}.</p>
      )}
    </>
  );
}
