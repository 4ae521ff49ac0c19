import { useEffect, useState } from "preact/hooks";
import type { SessionView } from "../../people/protocol.ts";
import { ask, fetched, inWords } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { Loading } from "../elements/loading.tsx";
import { exactly } from "../elements/times.ts";

/** Where one is signed in, and a way to end what one does not recognise. */
export function SessionList() {
  const [sessions, setSessions] = useState<SessionView[]>();
  const [problem, setProblem] = useState<string>();
  const load = () =>
    fetched<{ sessions: SessionView[] }>("/api/me/sessions").then(
      (read) => setSessions(read.sessions),
      (error: unknown) => setProblem(inWords(error)),
    );
  useEffect(() => void load(), []);

  const end = async (path: string) => {
    setProblem(undefined);
    await ask("DELETE", path).catch((error: unknown) => setProblem(inWords(error)));
    await load();
  };

  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p class="hint">Something you do not recognise? Sign it out, and change your password.</p>
      <Problem>{problem}</Problem>
      {!sessions && !problem && <Loading />}
      <ul class="members" aria-label="Sessions">
        {sessions?.map((session) => (
          <li key={session.id}>
            <span class="member-name">{session.device}</span>
            <span class="member-email">
              {session.address ? `From ${session.address}, ` : ""}seen {exactly(session.lastSeenAt)}
            </span>
            {session.isThis ? (
              <span class="badge">This one</span>
            ) : (
              <button
                type="button"
                onClick={() => void end(`/api/me/sessions/${encodeURIComponent(session.id)}`)}
                aria-label={`Sign out ${session.device}, seen ${exactly(session.lastSeenAt)}`}
              >
                Sign out
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions && sessions.length > 1 && (
        <button type="button" onClick={() => void end("/api/me/sessions")}>
          Sign out everywhere else
        </button>
      )}
    </section>
  );
}
