import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { inWords, Refused } from "../api.ts";
import { visitorName } from "../conversation/names.ts";
import type { OpenConversation } from "../conversation/open-conversation.ts";
import { Dialog } from "../elements/dialog.tsx";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { tell } from "../elements/toasts.tsx";
import { whatGoes } from "./what-goes.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  close: () => void;
}

/** What whoever erases has to type: a press alone is made by accident. */
const word = "erase";

/** Says what goes and that nobody can bring it back, and erases once the word is typed. */
export function EraseDialog({ open, conversation, close }: Props) {
  const [typed, setTyped] = useState("");
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const name = visitorName(conversation);

  const { submit, busy, problem, fields } = useSubmit(async () => {
    if (typed.trim().toLowerCase() !== word)
      throw new Refused(422, "", { word: [`Nothing is erased yet. Type “${word}” if you mean it.`] });
    try {
      await open.erase();
    } catch (error) {
      // Whoever has put the window away still has to know.
      if (!isHere.current) tell(`${name} was not erased. ${inWords(error)}`);
      throw error;
    }
  });

  return (
    <Dialog title={`Erase ${name} everywhere?`} about="what-goes" class="erase" close={close}>
      <form onSubmit={submit} noValidate>
        <div id="what-goes">
          <p>
            <strong>This cannot be undone.</strong> For good, and for everybody, go:
          </p>
          <ul>
            {whatGoes(open.view.value, conversation).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="quiet-text">
            What people wrote in Slack themselves can only be deleted there, and mails cannot be called back.
            The receipt names it. A visitor who writes again begins anew.
          </p>
        </div>
        <Elsewhere conversation={conversation} />
        <Field
          label={`Type “${word}” to confirm`}
          value={typed}
          change={setTyped}
          errors={fields.word}
          autocomplete="off"
          autofocus
        />
        <Problem>{problem}</Problem>
        <p class="acts">
          <button type="button" onClick={close}>
            {busy ? "Put away" : "Keep"}
          </button>
          <button type="submit" class="danger" disabled={busy}>
            {busy ? "Erasing…" : "Erase everywhere"}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** One visitor in two browsers has two conversations. */
function Elsewhere({ conversation: { visitor } }: { conversation: Conversation }) {
  if (!visitor.email) return null;
  const search = new URLSearchParams({ status: "all", search: visitor.email });
  return (
    <p class="quiet-text">
      Only this conversation goes. Whoever wrote from another browser too has one more:{" "}
      <Link href={`/inbox?${search}`}>look for {visitor.email}</Link>.
    </p>
  );
}
