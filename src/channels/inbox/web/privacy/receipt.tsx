import { useEffect, useState } from "preact/hooks";
import type { Receipt as Loaded } from "../../privacy/protocol.ts";
import { fetched, inWords, posted } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";

const lookAgainMs = 2_000;

/** What became of everything of an erased conversation; goes on until all is done. */
export function Receipt({ id }: { id: string }) {
  const [receipt, setReceipt] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const path = `/api/privacy/erasures/${encodeURIComponent(id)}`;

  const take = (loading: Promise<Loaded>) =>
    loading.then(setReceipt, (error: unknown) => setProblem(inWords(error)));
  useEffect(() => {
    if (!receipt) void take(fetched<Loaded>(path));
    if (!receipt || receipt.doneAt !== undefined) return;
    const timer = setTimeout(() => void take(fetched<Loaded>(path)), lookAgainMs);
    return () => clearTimeout(timer);
  }, [receipt]);

  if (problem) return <Problem>{problem}</Problem>;
  if (!receipt) return <p class="quiet-text">Loading…</p>;
  const { elsewhere, removed, beyondUs, doneAt, trouble } = receipt;
  const canRetry = elsewhere.kept.some(({ place }) => place !== "slack/message");
  return (
    <div class="receipt">
      <p role="status">
        {doneAt === undefined
          ? `Under way: ${elsewhere.waiting} to go.${trouble ? ` Last trouble: ${trouble}` : ""}`
          : `Done ${exactly(doneAt)}.`}
      </p>
      <h4>Removed</h4>
      <ul>
        <li>
          {removed.messages} messages, {removed.notes} notes, {removed.writings} texts of the assistant's,{" "}
          {removed.proposals} proposals, from the database
        </li>
        <li>{elsewhere.gone.file} files, from the disk</li>
        <li>
          {elsewhere.gone["slack/post"]} posts and {elsewhere.gone["slack/file"]} files, from Slack
        </li>
      </ul>
      <h4>Stays</h4>
      <ul>
        {elsewhere.kept.map(({ externalId, place, reason, link }) => (
          <li key={`${place} ${externalId}`}>
            {reason}{" "}
            {link ? (
              <a href={link} target="_blank" rel="noopener noreferrer">
                Open in Slack
              </a>
            ) : (
              <code>{externalId}</code>
            )}
          </li>
        ))}
        {elsewhere.keptCount > elsewhere.kept.length && (
          <li>and {elsewhere.keptCount - elsewhere.kept.length} more</li>
        )}
        {beyondUs.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="acts">
        <a href={`${path}?download`} download>
          Download receipt
        </a>
        {canRetry && (
          <button type="button" onClick={() => void take(posted<Loaded>(`${path}/retry`))}>
            Try again
          </button>
        )}
      </p>
    </div>
  );
}
