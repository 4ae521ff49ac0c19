import { useState } from "preact/hooks";
import type { MadeLink as Made, OpenInvitation } from "../../people/protocol.ts";
import { ask, inWords, posted } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";
import { MadeLink } from "./made-link.tsx";
import { whatBecame } from "./what-became.ts";

/** Who was invited and has not come yet. */
export function OpenInvitations({
  invitations,
  sendsMail,
  changed,
}: {
  invitations: OpenInvitation[];
  sendsMail: boolean;
  changed: () => void;
}) {
  const [made, setMade] = useState<Made & { email: string }>();
  const [problem, setProblem] = useState<string>();
  const act = async (work: () => Promise<void>) => {
    setProblem(undefined);
    setMade(undefined);
    await work().catch((error: unknown) => setProblem(inWords(error)));
    changed();
  };
  const again = sendsMail ? "Send anew" : "New link";
  const pathOf = (id: string) => `/api/team/invitations/${encodeURIComponent(id)}`;

  if (invitations.length === 0 && !problem) return null;
  return (
    <section class="card">
      <h2>Open invitations</h2>
      <Problem>{problem}</Problem>
      <ul class="members" aria-label="Open invitations">
        {invitations.map(({ id, name, email, role, invitedBy, createdAt, expiresAt }) => (
          <li key={id}>
            <span class="member-name">{name}</span>
            <span class="member-email">
              {email}, invited by {invitedBy} on {exactly(createdAt)}.{" "}
              {expiresAt < Date.now()
                ? "The link is too old now."
                : `The link works until ${exactly(expiresAt)}.`}
            </span>
            <span class="badge">{role}</span>
            <button
              type="button"
              aria-label={`${again}: the invitation of ${name}`}
              onClick={() =>
                void act(async () => setMade({ ...(await posted<Made>(`${pathOf(id)}/renew`)), email }))
              }
            >
              {again}
            </button>
            <button
              type="button"
              aria-label={`Withdraw the invitation of ${name}`}
              onClick={() => void act(() => ask("DELETE", pathOf(id)))}
            >
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      {made && (
        <MadeLink
          label="New invitation link"
          words={`${whatBecame(made, made.email)} The old link does not work any more.`}
          link={made.link}
        />
      )}
    </section>
  );
}
