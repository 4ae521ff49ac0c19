import { useEffect, useState } from "preact/hooks";
import type { PrivacyPage } from "../../privacy/protocol.ts";
import { fetched } from "../api.ts";
import { Empty } from "../elements/empty.tsx";
import { Select } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { Loading } from "../elements/loading.tsx";
import { go, pathOf, query } from "../route.ts";
import { PageHead } from "../settings/page-head.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { ErasureList } from "./erasure-list.tsx";
import { recordPath } from "./record-address.ts";
import { RecordLine, type SiteName } from "./record-line.tsx";
import { useRecord } from "./use-record.ts";

/** For admins: who looked at what is masked, who took conversations out, and what was erased, with its receipts. */
export const RecordPage = () => (
  <main class="page record-page">
    <PageHead title="Privacy record" />
    {isAdmin() ? (
      <Record />
    ) : (
      <p class="notice">Only an admin can see who looked at, exported and erased conversations.</p>
    )}
  </main>
);

function Record() {
  const conditions = new URLSearchParams(query.value);
  const conversation = conditions.get("conversation") ?? "";
  const { page, problem, isBusy, again, older } = useRecord(query.value);
  const sites = useSiteNames();
  const choose = (kind: string) => {
    const next = new URLSearchParams({ ...(conversation && { conversation }), ...(kind && { kind }) });
    go(next.size > 0 ? `${recordPath}?${next}` : recordPath, { instead: true });
  };

  return (
    <>
      <section class="card" aria-labelledby="record-title">
        <h2 id="record-title">What was done</h2>
        <p class="about">
          Who looked at what is masked, who exported conversations and who erased them. Nobody can change this
          list.
        </p>
        <div class="record-filters">
          <Select label="Show" value={conditions.get("kind") ?? ""} change={choose} options={kinds} />
          {conversation && (
            <p>
              Of <Link href={pathOf(conversation)}>one conversation</Link> only.{" "}
              <Link href={recordPath}>Show all</Link>
            </p>
          )}
        </div>
        {page && <Lines page={page} sites={sites} />}
        {!page && !problem && <Loading />}
        {problem && (
          <Empty title="The record could not be read" text={problem}>
            <button type="button" onClick={again}>
              Try again
            </button>
          </Empty>
        )}
        {page?.goesOn && (
          <button type="button" disabled={isBusy} onClick={() => void older()}>
            {isBusy ? "Reading…" : "Show older"}
          </button>
        )}
      </section>
      {page && page.erasures.length > 0 && !conversation && (
        <ErasureList erasures={page.erasures} sites={sites} />
      )}
    </>
  );
}

const Lines = ({ page: { audit }, sites }: { page: PrivacyPage; sites: readonly SiteName[] }) =>
  audit.length === 0 ? (
    <p class="quiet-text">Nothing of this kind has been done yet.</p>
  ) : (
    <ul class="changes" aria-label="Privacy record">
      {audit.map((line) => (
        <li key={line.id}>
          <RecordLine line={line} sites={sites} />
        </li>
      ))}
    </ul>
  );

const kinds = [
  { value: "", label: "Everything" },
  { value: "revealed", label: "Who looked" },
  { value: "exported", label: "Who exported" },
  { value: "erased", label: "Who erased" },
  { value: "retained", label: "What was erased by itself" },
];

/** Until they are known, and where they cannot be read, sites go by their keys. */
function useSiteNames(): readonly SiteName[] {
  const [sites, setSites] = useState<SiteName[]>([]);
  useEffect(() => {
    fetched<{ sites: SiteName[] }>("/api/sites").then(
      (read) => setSites(read.sites),
      () => {},
    );
  }, []);
  return sites;
}
