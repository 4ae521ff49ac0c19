import { useEffect, useState } from "preact/hooks";
import type { TeamPage as Team } from "../../people/protocol.ts";
import type { Site } from "../../settings/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { Empty } from "../elements/empty.tsx";
import { Problem } from "../elements/form.tsx";
import { Loading } from "../elements/loading.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { MemberRow } from "./member-row.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

export function TeamPage() {
  const [team, setTeam] = useState<Team>();
  const [sites, setSites] = useState<Site[]>([]);
  const [problem, setProblem] = useState<string>();
  const failed = (error: unknown) => setProblem(inWords(error));
  const load = () => {
    setProblem(undefined);
    void fetched<Team>("/api/team").then(setTeam, failed);
  };
  useEffect(() => {
    load();
    fetched<{ sites: Site[] }>("/api/sites").then((read) => setSites(read.sites), failed);
  }, []);

  return (
    <main class="page">
      <header class="page-head">
        <h1>Team</h1>
      </header>
      {problem && !team && (
        <Empty title="The team could not be read" text={problem}>
          <button type="button" onClick={load}>
            Try again
          </button>
        </Empty>
      )}
      {!problem && !team && <Loading />}
      {team && (
        <>
          <Problem>{problem}</Problem>
          <section class="card">
            <ul class="members" aria-label="Team">
              {team.members.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  sites={sites}
                  hasSlack={team.hasSlack}
                  changed={load}
                />
              ))}
            </ul>
          </section>
          <OpenInvitations invitations={team.invitations} sendsMail={team.sendsMail} changed={load} />
          {isAdmin() && <InvitationForm sites={sites} sendsMail={team.sendsMail} invited={load} />}
        </>
      )}
    </main>
  );
}
