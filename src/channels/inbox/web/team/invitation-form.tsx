import { useState } from "preact/hooks";
import { posted } from "../api.ts";
import { Field, Problem, Switch, useSubmit } from "../elements/form.tsx";

export function InvitationForm() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [asAdmin, setAsAdmin] = useState(false);
  const [link, setLink] = useState<string>();
  const { submit, busy, problem, fields } = useSubmit(async () => {
    setLink(undefined);
    const made = await posted<{ link: string }>("/api/team", {
      name,
      email,
      role: asAdmin ? "admin" : "agent",
    });
    setLink(made.link);
    setName("");
    setEmail("");
  });

  return (
    <form class="card" onSubmit={submit}>
      <h2>Invite somebody</h2>
      <Field label="Their name" value={name} change={setName} errors={fields.name} required />
      <Field
        label="Their email"
        type="email"
        value={email}
        change={setEmail}
        errors={fields.email}
        required
      />
      <Switch label="Admin" on={asAdmin} change={setAsAdmin} hint="Admins change settings and the team." />
      <Problem>{problem}</Problem>
      <button class="primary" type="submit" disabled={busy}>
        Make an invitation link
      </button>
      {link && (
        <div class="invitation" role="status">
          <p>Send them this link. It works once, within seven days.</p>
          <input
            readOnly
            aria-label="Invitation link"
            value={link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </div>
      )}
    </form>
  );
}
