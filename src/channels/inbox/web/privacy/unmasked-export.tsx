import { useState } from "preact/hooks";
import { Dialog } from "../elements/dialog.tsx";
import { Switch } from "../elements/form.tsx";
import { tell } from "../elements/toasts.tsx";
import { go } from "../route.ts";
import { isAdmin } from "../sign-in/session.ts";
import { recordPath } from "./record-address.ts";
import { rights } from "./rights.ts";

interface Props {
  /** Which conversations, as the export names them. */
  scope: URLSearchParams;
  /** The same in words: completes "Export …". */
  what: string;
}

/** For those who may reveal what is masked: an export with it, after a warning. */
export function UnmaskedExport({ scope, what }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { mayReveal, isMasking } = rights.value;
  if (!mayReveal || !isMasking) return null;
  return (
    <>
      <button type="button" class="as-link" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Export unmasked…
      </button>
      {isAsking && <Warning scope={scope} what={what} close={() => setAsking(false)} />}
    </>
  );
}

function Warning({ scope, what, close }: Props & { close: () => void }) {
  const [hasNotes, setNotes] = useState(false);
  const wanted = new URLSearchParams(scope);
  wanted.set("unmasked", "1");
  if (hasNotes) wanted.set("notes", "1");
  else wanted.delete("notes");
  const taken = () => {
    const record = { label: "Open the record", run: () => go(recordPath) };
    tell("The unmasked export is on its way, and on the record.", isAdmin() ? record : undefined);
    close();
  };

  return (
    <Dialog title={`Export ${what} unmasked?`} about="unmasked-about" class="unmasked" close={close}>
      <div id="unmasked-about">
        <p>
          <strong>Card numbers, keys and passwords stand in this file as they were typed.</strong> Whoever
          gets the file can read and use them.
        </p>
        <p class="quiet-text">
          Keep it where only you can open it, and delete it when you need it no longer. Your name and the time
          are put on the privacy record.
        </p>
      </div>
      <Switch label="With the team's notes" on={hasNotes} change={setNotes} />
      <p class="acts">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <a class="button danger" href={`/api/export.csv?${wanted}`} download onClick={taken}>
          Unmasked CSV
        </a>
        <a class="button danger" href={`/api/export.jsonl?${wanted}`} download onClick={taken}>
          Unmasked JSON
        </a>
      </p>
    </Dialog>
  );
}
