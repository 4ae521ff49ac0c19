import { useEffect, useRef, useState } from "preact/hooks";
import type { Erased } from "../../privacy/protocol.ts";
import { fetched } from "../api.ts";
import { Link } from "../elements/link.tsx";
import { exactly } from "../elements/times.ts";
import { placeInList } from "../list/list-query.ts";
import { isAdmin } from "../sign-in/session.ts";
import { Receipt } from "./receipt.tsx";

/** In the place of a conversation that is no more: who erased it and why, and for admins what became of everything. */
export function ErasedPane({ id }: { id: string }) {
  const [erased, setErased] = useState<Erased>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who was in the middle of it is led here; who is elsewhere on the page is left there.
    if (document.activeElement === document.body) title.current?.focus();
    // Without an answer the title says enough.
    fetched<Erased>(`/api/conversations/${encodeURIComponent(id)}/erased`).then(setErased, () => {});
  }, [id]);

  return (
    <div class="erased-pane">
      <section class="card erased" aria-labelledby="erased-title">
        <h1 id="erased-title" tabIndex={-1} ref={title}>
          This conversation was erased
        </h1>
        <p role="status">{erased && inWords(erased)}</p>
        <p class="quiet-text">
          Nothing of it is left here, for anybody. A visitor who writes again begins a new conversation.
        </p>
        {isAdmin() ? (
          <Receipt id={id} />
        ) : (
          <p class="quiet-text">An admin can open the receipt, which says what was removed.</p>
        )}
        <p>
          <Link href={placeInList(undefined)}>Back to all</Link>
        </p>
      </section>
    </div>
  );
}

const inWords = ({ by, at, reason }: Erased) =>
  reason === "retention"
    ? `The time for which its site keeps conversations was over, ${exactly(at)}.`
    : `${by} erased it, ${exactly(at)}.`;
