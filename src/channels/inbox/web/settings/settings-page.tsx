import { useEffect, useRef, useState } from "preact/hooks";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { Loading } from "../elements/loading.tsx";
import { KnowledgeLink } from "../knowledge/knowledge-link.tsx";
import { recordPath } from "../privacy/record-address.ts";
import { isAdmin } from "../sign-in/session.ts";
import { AwayCard } from "./away-card.tsx";
import { Changes } from "./changes.tsx";
import { settingsMoved } from "./moved.ts";
import { NewSiteForm } from "./new-site-form.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SettingsMenu } from "./settings-menu.tsx";
import { useSlackPlaces } from "./slack-places.ts";
import { useLedTo } from "./use-led-to.ts";

export function SettingsPage() {
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const turn = useRef(0);
  const load = () => {
    setProblem(undefined);
    const mine = ++turn.current;
    fetched<Loaded>("/api/settings").then(
      (read) => mine === turn.current && setLoaded(read),
      (error: unknown) => setProblem(inWords(error)),
    );
  };
  // What somebody changes in Slack, or on another page, stands here at once.
  useEffect(load, [settingsMoved.value]);

  return (
    <main class="page settings-page">
      <header class="page-head">
        <h1>Settings</h1>
        <KnowledgeLink />
        {isAdmin() && (
          <>
            <Link class="way-to-health" href={recordPath}>
              Privacy record
            </Link>
            <Link class="way-to-health" href="/inbox/settings/health">
              Health
            </Link>
          </>
        )}
        {loaded && <SettingsMenu />}
      </header>
      {problem && (
        <Empty title="The settings could not be read" text={problem}>
          <button type="button" onClick={load}>
            Try again
          </button>
        </Empty>
      )}
      {!problem && !loaded && <Loading />}
      {loaded && <All loaded={loaded} saved={setLoaded} />}
    </main>
  );
}

function All({ loaded, saved }: { loaded: Loaded; saved: (loaded: Loaded) => void }) {
  useLedTo();
  const slack = useSlackPlaces(saved);
  return (
    <>
      {!isAdmin() && <p class="notice">Only an admin can change these.</p>}
      <AwayCard loaded={loaded} saved={saved} />
      <SettingsForm loaded={loaded} saved={saved} slack={slack} />
      {isAdmin() && <NewSiteForm saved={saved} />}
      {loaded.changes.length > 0 && <Changes changes={loaded.changes} sites={loaded.sites} />}
    </>
  );
}
