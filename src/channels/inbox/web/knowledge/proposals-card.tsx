import { useState } from "preact/hooks";
import type { Proposal } from "../../knowledge/protocol.ts";
import { inWords } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { Link } from "../elements/link.tsx";
import { pathOf } from "../route.ts";
import { isAdmin } from "../sign-in/session.ts";
import { type KnowledgeDesk, proposalPath } from "./use-knowledge.ts";

/** What people's work taught, and nobody has decided about. */
export function ProposalsCard({ proposals, desk }: { proposals: Proposal[]; desk: KnowledgeDesk }) {
  /** What was refused stands above all of them: the one it was about may be gone. */
  const [refused, setRefused] = useState<string>();
  if (proposals.length === 0 && !refused) return null;
  return (
    <section class="card" id="proposals" aria-labelledby="proposals-title">
      <h2 id="proposals-title">
        To learn <span class="count-of">{proposals.length}</span>
      </h2>
      <p class="about">Learned from closed conversations. Nothing is used before somebody approves it.</p>
      <Problem>{refused}</Problem>
      <ul class="proposals" aria-label="To learn">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <OneProposal proposal={proposal} desk={desk} tell={setRefused} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Shown {
  proposal: Proposal;
  desk: KnowledgeDesk;
  tell: (refused: string | undefined) => void;
}

function OneProposal({ proposal, desk, tell }: Shown) {
  const [isEditing, setEditing] = useState(false);
  const mayDecide = proposal.kind === "answer" || isAdmin();

  const decide = async (verdict: "approve" | "reject") => {
    tell(undefined);
    const { question, answer } = proposal;
    await desk
      .change("POST", proposalPath(proposal.id, verdict), { question, answer })
      .catch((error: unknown) => {
        tell(`“${question}”: ${inWords(error)}`);
        desk.load();
      });
  };

  if (isEditing) return <EditProposal proposal={proposal} desk={desk} close={() => setEditing(false)} />;
  return (
    <article class="proposal" aria-label={proposal.question}>
      {proposal.kind === "trigger" && (
        <p class="hint">
          Several visitors wrote this right before they got a person by hand. As a trigger phrase:
        </p>
      )}
      <p class="proposal-question">{proposal.question}</p>
      {proposal.answer && <p class="proposal-answer">{proposal.answer}</p>}
      <p class="hint">
        <Link href={pathOf(proposal.conversationId)}>
          {proposal.kind === "trigger" ? "The last conversation" : "The conversation"}
        </Link>
      </p>
      {mayDecide ? (
        <div class="deeds">
          <button type="button" class="primary" onClick={() => void decide("approve")}>
            Approve
          </button>
          <button type="button" onClick={() => setEditing(true)}>
            Edit
          </button>
          <button type="button" onClick={() => void decide("reject")}>
            Reject
          </button>
        </div>
      ) : (
        <p class="hint">Only an admin can decide about trigger phrases.</p>
      )}
    </article>
  );
}

interface Editing {
  proposal: Proposal;
  desk: KnowledgeDesk;
  close: () => void;
}

function EditProposal({ proposal, desk, close }: Editing) {
  const [question, setQuestion] = useState(proposal.question);
  const [answer, setAnswer] = useState(proposal.answer);
  const { submit, busy, problem, fields } = useSubmit(() =>
    desk.change("POST", proposalPath(proposal.id, "approve"), { question, answer }),
  );
  const isAnswer = proposal.kind === "answer";
  return (
    <form class="proposal" onSubmit={submit} aria-label={`Edit: ${proposal.question}`}>
      <Field
        label={isAnswer ? "Question" : "Phrase"}
        value={question}
        change={setQuestion}
        errors={fields.question}
        required
      />
      {isAnswer && (
        <Field label="Answer" rows={5} value={answer} change={setAnswer} errors={fields.answer} required />
      )}
      {!fields.question && !fields.answer && <Problem>{problem}</Problem>}
      <div class="deeds">
        <button type="submit" class="primary" disabled={busy}>
          Approve
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
