import { useEffect, useState } from "preact/hooks";
import type { TeamMember } from "../protocol.ts";
import { ask, fetched, inWords, posted } from "./api.ts";
import { Avatar } from "./avatar.tsx";
import { Field, Problem, Switch, useSubmit } from "./form.tsx";
import { isAdmin, isMe } from "./session.ts";

export function TeamPage() {
  const [members, setMembers] = useState<TeamMember[]>([]);
  const [problem, setProblem] = useState<string>();
  const load = () =>
    fetched<{ members: TeamMember[] }>("/api/team").then(
      (read) => setMembers(read.members),
      (error: unknown) => setProblem(inWords(error)),
    );
  useEffect(() => void load(), []);

  const remove = async ({ id, name }: TeamMember) => {
    if (!confirm(`Take ${name} out of the team? They are signed out at once; what they wrote stays.`)) return;
    await ask("DELETE", `/api/team/${encodeURIComponent(id)}`).catch((error) => setProblem(inWords(error)));
    await load();
  };

  return (
    <main class="page">
      <header class="page-head">
        <h1>Team</h1>
      </header>
      <Problem>{problem}</Problem>
      <section class="card">
        <ul class="members" aria-label="Team">
          {members.map((member) => (
            <li key={member.id}>
              <Avatar name={member.name} url={member.avatarUrl} kind="agent" />
              <span class="member-name">{member.name}</span>
              <span class="member-email">{member.email}</span>
              <span class="badge">{member.role}</span>
              {isAdmin() && !isMe(member.id) && (
                <button
                  type="button"
                  onClick={() => void remove(member)}
                  aria-label={`Remove ${member.name}`}
                >
                  Remove
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {isAdmin() && <InvitationForm />}
    </main>
  );
}

function InvitationForm() {
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
