import { useEffect, useState } from "preact/hooks";
import type { TeamMember } from "../../people/protocol.ts";
import { ask, fetched, inWords } from "../api.ts";
import { Avatar } from "../elements/avatar.tsx";
import { Problem } from "../elements/form.tsx";
import { PasswordForm } from "../sign-in/password-form.tsx";
import { isAdmin, isMe } from "../sign-in/session.ts";
import { InvitationForm } from "./invitation-form.tsx";

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
      <PasswordForm />
    </main>
  );
}
