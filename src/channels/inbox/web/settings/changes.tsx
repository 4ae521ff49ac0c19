import { useState } from "preact/hooks";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { exactly } from "../elements/times.ts";
import { isAdmin } from "../sign-in/session.ts";
import { changedName, valueInWords } from "./change-in-words.ts";

type Change = Loaded["changes"][number];

const shownAtFirst = 10;
const maxInline = 60;

/** Who changed what, from what to what. */
export function Changes({ changes, sites }: Pick<Loaded, "changes" | "sites">) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? changes : changes.slice(0, shownAtFirst);
  return (
    <section class="card" id="changes">
      <h2>Latest changes</h2>
      {!isAdmin() && (
        <p class="quiet-text">
          You see those that concern everybody, or a site you work for. Admins see all.
        </p>
      )}
      <ul class="changes" aria-label="Latest changes">
        {shown.map((change) => (
          <li key={`${change.key} ${change.at} ${valueInWords(change.key, change.after)}`}>
            <p>
              <b>{change.by}</b> changed {changedName(change.key, sites)}{" "}
              <time dateTime={new Date(change.at).toISOString()}>{exactly(change.at)}</time>
            </p>
            <FromTo change={change} />
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <button type="button" onClick={() => setShowsAll(true)}>
          Show {changes.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function FromTo({ change }: { change: Change }) {
  const before = valueInWords(change.key, change.before);
  const after = valueInWords(change.key, change.after);
  if (before.length + after.length <= maxInline)
    return (
      <p class="from-to">
        <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
      </p>
    );
  return (
    <details class="from-to">
      <summary>Before and after</summary>
      <del>{before}</del>
      <ins>{after}</ins>
    </details>
  );
}
