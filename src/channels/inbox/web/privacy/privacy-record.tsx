import { useEffect, useState } from "preact/hooks";
import type { AuditEntry, Erasure, PrivacyPage } from "../../privacy/protocol.ts";
import type { Site } from "../../settings/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { Link } from "../elements/link.tsx";
import { exactly } from "../elements/times.ts";
import { Receipt } from "./receipt.tsx";

const shownAtFirst = 8;

/** For admins: who looked at what is masked, who took conversations out, and what was erased, with its receipts. */
export function PrivacyRecord({ sites }: { sites: Site[] }) {
  const [record, setRecord] = useState<PrivacyPage>();
  const [problem, setProblem] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  useEffect(() => {
    fetched<PrivacyPage>("/api/privacy").then(setRecord, (error: unknown) => setProblem(inWords(error)));
  }, []);

  const audit = record?.audit ?? [];
  const shown = showsAll ? audit : audit.slice(0, shownAtFirst);
  return (
    <section class="card" id="privacy-record">
      <h2>Privacy record</h2>
      {problem && <p class="wrong">{problem}</p>}
      {record && audit.length === 0 && (
        <p class="quiet-text">Nobody has revealed, exported or erased anything yet.</p>
      )}
      <ul class="changes" aria-label="Privacy record">
        {shown.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${"conversationId" in entry ? entry.conversationId : ""}`}>
            <p>
              <b>{entry.by}</b> <Done entry={entry} sites={sites} />{" "}
              <time dateTime={new Date(entry.at).toISOString()}>{exactly(entry.at)}</time>
            </p>
          </li>
        ))}
      </ul>
      {audit.length > shown.length && (
        <button type="button" onClick={() => setShowsAll(true)}>
          Show {audit.length - shown.length} more
        </button>
      )}
      {record && record.erasures.length > 0 && <Erasures erasures={record.erasures} />}
    </section>
  );
}

function Done({ entry, sites }: { entry: AuditEntry; sites: Site[] }) {
  switch (entry.kind) {
    case "revealed":
      return (
        <>
          looked at what is masked in <Link href={`/inbox/c/${entry.conversationId}`}>a conversation</Link>
        </>
      );
    case "exported":
      return (
        <>
          exported {entry.conversationId ? "a conversation" : "conversations"}
          {entry.isMasked ? "" : ", with what is masked"}
        </>
      );
    case "erased":
      return <>erased a conversation</>;
    case "retained": {
      const site = sites.find(({ key }) => key === entry.siteKey)?.name ?? entry.siteKey;
      return (
        <>
          erased {entry.count} conversations of {site} whose time was over
        </>
      );
    }
  }
}

const Erasures = ({ erasures }: { erasures: Erasure[] }) => (
  <>
    <h3>Erased, with receipts</h3>
    <ul class="receipts" aria-label="Receipts">
      {erasures.map((erasure) => (
        <li key={erasure.conversationId}>
          <OneErasure erasure={erasure} />
        </li>
      ))}
    </ul>
  </>
);

function OneErasure({ erasure }: { erasure: Erasure }) {
  const [isOpen, setOpen] = useState(location.hash === `#receipt-${erasure.conversationId}`);
  return (
    <details
      id={`receipt-${erasure.conversationId}`}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {exactly(erasure.at)}, by {erasure.by}
        <span class="badge">{erasure.doneAt === undefined ? "under way" : "done"}</span>
      </summary>
      {isOpen && <Receipt id={erasure.conversationId} />}
    </details>
  );
}
