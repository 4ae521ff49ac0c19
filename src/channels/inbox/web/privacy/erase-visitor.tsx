import { useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { visitorName } from "../conversation/names.ts";
import type { OpenConversation } from "../conversation/open-conversation.ts";
import { shownOf } from "../conversation/shown.ts";
import { Problem } from "../elements/form.tsx";

/** Removes everything of a visitor, everywhere: says first what goes, and that nobody can bring it back. */
export function EraseVisitor({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = visitorName(conversation);

  const erase = async () => {
    setBusy(true);
    setProblem(await open.erase());
    setBusy(false);
  };

  return (
    <>
      <button type="button" class="block" onClick={() => dialog.current?.showModal()}>
        Erase {name}
      </button>
      <dialog ref={dialog} class="erase" aria-labelledby="erase-title">
        <h2 id="erase-title">Erase {name} everywhere?</h2>
        <p>This cannot be undone. For good, and for everybody, go:</p>
        <ul>
          {whatGoes(open, conversation).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="quiet-text">
          What people wrote in Slack themselves can only be deleted there, and mails cannot be called back.
          The receipt names it. A visitor who writes again begins anew.
        </p>
        <Problem>{problem}</Problem>
        <p class="acts">
          <button type="button" disabled={busy} onClick={() => dialog.current?.close()}>
            Keep
          </button>
          <button type="button" class="danger" disabled={busy} onClick={() => void erase()}>
            {busy ? "Erasing…" : "Erase everywhere"}
          </button>
        </p>
      </dialog>
    </>
  );
}

function whatGoes(open: OpenConversation, { visitor, page, handoff }: Conversation): string[] {
  const view = open.view.value;
  const messages =
    view.state === "ready"
      ? shownOf(view.events).flatMap((event) => (event.type === "message.posted" ? [event.message] : []))
      : [];
  const notes = messages.filter(({ note }) => note).length;
  const files = messages.flatMap((message) => message.files ?? []).length;
  const known = [
    visitor.name && "name",
    visitor.email && `address (${visitor.email})`,
    page && "page",
    visitor.language && "language",
  ].filter((one) => one);
  return [
    `${counted(messages.length - notes, "message")} and ${counted(notes, "note")}, also from the search`,
    ...(files > 0 ? [`${counted(files, "file")}, from the disk and from Slack`] : []),
    ...(known.length > 0 ? [`The visitor's ${known.join(", ")}`] : []),
    ...(handoff ? ["The thread in Slack: every post and file of the app"] : []),
    "Briefs, drafts and what was proposed to learn",
    "Links in mails, which lead nowhere from then on",
  ];
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
