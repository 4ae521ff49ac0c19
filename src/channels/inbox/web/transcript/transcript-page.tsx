import { useEffect, useState } from "preact/hooks";
import type { WholeConversation } from "../../conversations/protocol.ts";
import { dateRange } from "../analytics/ranges.ts";
import { fetched, inWords, Refused } from "../api.ts";
import { visitorName } from "../conversation/names.ts";
import { shownOf } from "../conversation/shown.ts";
import { Empty } from "../elements/empty.tsx";
import { Switch } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Loading } from "../elements/loading.tsx";
import { erasedNow } from "../privacy/erased-now.ts";
import { ErasedPane } from "../privacy/erased-pane.tsx";
import { UnmaskedExport } from "../privacy/unmasked-export.tsx";
import { pathOf } from "../route.ts";
import { TranscriptEntry } from "./transcript-entry.tsx";

/** One conversation to read from beginning to end, or to print. */
export function TranscriptPage({ id }: { id: string }) {
  const [whole, setWhole] = useState<WholeConversation>();
  const [problem, setProblem] = useState<string>();
  const [isErased, setErased] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    setProblem(undefined);
    fetched<WholeConversation>(`/api/conversations/${encodeURIComponent(id)}`).then(
      (read) => isCurrent && setWhole(read),
      (error: unknown) => {
        if (!isCurrent) return;
        setErased(error instanceof Refused && error.status === 410);
        setProblem(inWords(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id, attempt]);

  if (isErased || erasedNow.value.has(id))
    return (
      <main class="page transcript">
        <ErasedPane id={id} />
      </main>
    );
  return (
    <main class="page transcript">
      {problem ? (
        <Empty isAlone title="The transcript could not be read" text={problem}>
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </Empty>
      ) : whole ? (
        <Transcript whole={whole} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function Transcript({ whole: { conversation, events } }: { whole: WholeConversation }) {
  const [hasNotes, setNotes] = useState(true);
  const [hasEvents, setEvents] = useState(true);
  const all = shownOf(events);
  const shown = all.filter((event) =>
    event.type === "message.posted"
      ? hasNotes || !event.message.note
      : hasEvents && (hasNotes || !isAside(event)),
  );
  const notes = all.filter((event) => event.type === "message.posted" && event.message.note).length;
  const { id, siteKey, page, visitor } = conversation;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const [first, last] = [all.at(0)?.at, all.at(-1)?.at];
  const exported = new URLSearchParams({ conversation: id, ...(hasNotes && notes > 0 && { notes: "1" }) });

  return (
    <>
      <header class="transcript-head">
        <h1>Conversation with {visitorName(conversation)}</h1>
        <p class="quiet-text">
          {visitor.email && visitor.name && <>{visitor.email} · </>}
          {siteKey}
          {page && <> · {page.title ?? page.url}</>}
          {first !== undefined && last !== undefined && <> · {dateRange(first, last + 1)}</>} · times in{" "}
          {timeZone}
        </p>
        <div class="transcript-acts">
          {notes > 0 && <Switch label={`Notes (${notes})`} on={hasNotes} change={setNotes} />}
          <Switch label="What happened" on={hasEvents} change={setEvents} />
          <p class="downloads">
            <Link href={pathOf(id)}>Open in the inbox</Link>
            <a href={`/api/export.csv?${exported}`} download>
              Export CSV
            </a>
            <a href={`/api/export.jsonl?${exported}`} download>
              Export JSON
            </a>
            <UnmaskedExport scope={exported} what="this conversation" />
            <button type="button" onClick={() => print()}>
              Print or save as PDF
            </button>
          </p>
        </div>
      </header>
      {shown.length === 0 ? (
        <Empty title="Nothing was said" text="Or what was said has been deleted." />
      ) : (
        <ol class="transcript-log" aria-label="Transcript">
          {shown.map((event, index) => (
            <TranscriptEntry
              key={event.seq}
              event={event}
              before={shown[index - 1]}
              conversation={conversation}
            />
          ))}
        </ol>
      )}
    </>
  );
}

/** The assistant's words to the team: not the visitor's to read. */
const isAside = ({ type }: { type: string }) => type === "conversation.summedUp";
