import { useEffect, useState } from "preact/hooks";
import { fetched } from "../api.ts";
import { Link } from "../elements/link.tsx";
import { settingsMoved } from "../settings/moved.ts";

/** Leads to the knowledge, and says how much waits there to be learned. */
export function KnowledgeLink() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Only a number beside a link: the page itself says what cannot be read.
    fetched<{ proposals: number }>("/api/knowledge/count").then(
      ({ proposals }) => setCount(proposals),
      () => {},
    );
  }, [settingsMoved.value]);
  return (
    <Link class="way-to-health" href="/inbox/settings/knowledge">
      Knowledge {count > 0 && <span class="count-of">{count} to learn</span>}
    </Link>
  );
}
