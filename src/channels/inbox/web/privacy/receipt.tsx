import type { Receipt as Loaded } from "../../privacy/protocol.ts";
import { counted } from "../elements/counted.ts";
import { exactly } from "../elements/times.ts";
import { Kept } from "./kept.tsx";
import { useReceipt } from "./use-receipt.ts";

/** What became of everything of an erased conversation, as it goes on. */
export function Receipt({ id }: { id: string }) {
  const { receipt, problem, look, retry, isTrying, download } = useReceipt(id);
  return (
    <div class="receipt">
      {!receipt && !problem && <p class="quiet-text">Reading the receipt…</p>}
      {receipt && <Progress receipt={receipt} />}
      {problem && (
        <p class="problem" role="alert">
          {failed[problem.doing]} {problem.words}{" "}
          {problem.doing === "reading" && (
            <button type="button" onClick={() => void look()}>
              Try again
            </button>
          )}
        </p>
      )}
      {receipt && (
        <>
          <h2>Removed</h2>
          <ul>
            {removedIn(receipt).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h2>What stays</h2>
          <Kept receipt={receipt} />
          <p class="acts">
            <a href={download} download>
              Download receipt
            </a>
            {(receipt.elsewhere.keptCount > 0 || isTrying) && (
              <button type="button" aria-disabled={isTrying} onClick={() => !isTrying && void retry()}>
                {isTrying ? "Trying again…" : again(receipt)}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}

const failed = { reading: "The receipt could not be read.", retrying: "It was not tried again." };

/** How far it is. Only what is in words is read out, so that counting does not talk. */
function Progress({ receipt: { elsewhere, doneAt, trouble } }: { receipt: Loaded }) {
  const gone = Object.values(elsewhere.gone).reduce((total, count) => total + count, 0);
  const total = gone + elsewhere.keptCount + elsewhere.waiting;
  const isLast = elsewhere.waiting === 0;
  return (
    <div class="progress">
      <p role="status">{inWords(doneAt, isLast)}</p>
      {doneAt === undefined && (
        <p class="quiet-text">
          <progress
            aria-label="Copies removed"
            value={isLast ? undefined : total - elsewhere.waiting}
            max={total || 1}
          />
          {!isLast && `${total - elsewhere.waiting} of ${total}`}
        </p>
      )}
      {doneAt === undefined && trouble && (
        <p class="wrong">It got stuck and is tried again by itself. What went wrong: {trouble}</p>
      )}
    </div>
  );
}

function inWords(doneAt: number | undefined, isLast: boolean): string {
  if (doneAt !== undefined) return `Everything that can be removed is removed, ${exactly(doneAt)}.`;
  return isLast
    ? "All copies that were found are dealt with. For a minute it is watched whether one more turns up."
    : "Gone from the inbox. Copies are being removed from the disk and from Slack. You need not wait here.";
}

function removedIn({ removed, elsewhere: { gone } }: Loaded): string[] {
  const database = named([
    [removed.messages, "message"],
    [removed.notes, "note"],
    [removed.writings, "text of the assistant's", "texts of the assistant's"],
    [removed.proposals, "proposal to learn", "proposals to learn"],
  ]);
  const disk = named([[gone.file, "file"]]);
  const slack = named([
    [gone["slack/post"], "post"],
    [gone["slack/file"], "file"],
  ]);
  return [
    `From the database: ${database || "what was known of the visitor"}`,
    ...(disk ? [`From the disk: ${disk}`] : []),
    ...(slack ? [`From Slack: ${slack}`] : []),
  ];
}

/** "3 messages, 1 note": what there is none of is left out. */
const named = (counts: [count: number, one: string, many?: string][]) =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(count, one, many))
    .join(", ");

/** What people wrote can only be deleted by them: it is looked whether they have. */
const again = ({ elsewhere: { kept } }: Loaded) =>
  kept.every(({ place }) => place === "slack/message") ? "Look whether it is gone" : "Try to remove it again";
