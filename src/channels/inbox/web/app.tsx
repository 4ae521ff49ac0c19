import { useEffect } from "preact/hooks";
import { AccountPage } from "./account/account-page.tsx";
import { AnalyticsPage } from "./analytics/analytics-page.tsx";
import { Empty } from "./elements/empty.tsx";
import { Guarded } from "./elements/guarded.tsx";
import { Link } from "./elements/link.tsx";
import { Loading } from "./elements/loading.tsx";
import { Toasts } from "./elements/toasts.tsx";
import { HealthPage } from "./health/health-page.tsx";
import { startInbox } from "./inbox-state.ts";
import { KeyMapDialog } from "./keys/key-map-dialog.tsx";
import { listenToKeys } from "./keys/listen-to-keys.ts";
import { KnowledgePage } from "./knowledge/knowledge-page.tsx";
import { ConversationsPage } from "./list/conversations-page.tsx";
import { RecordPage } from "./privacy/record-page.tsx";
import { route } from "./route.ts";
import { SettingsPage } from "./settings/settings-page.tsx";
import { Shell } from "./shell.tsx";
import { ForgottenPage } from "./sign-in/forgotten-page.tsx";
import { JoinPage } from "./sign-in/join-page.tsx";
import { recognise } from "./sign-in/recognise.ts";
import { ResetPage } from "./sign-in/reset-page.tsx";
import { session } from "./sign-in/session.ts";
import { SetupPage } from "./sign-in/setup-page.tsx";
import { SignInPage } from "./sign-in/sign-in-page.tsx";
import { TeamPage } from "./team/team-page.tsx";
import { TranscriptPage } from "./transcript/transcript-page.tsx";

export function App() {
  useEffect(() => void recognise(), []);
  const { page } = route.value;
  if (page === "setup") return <SetupPage />;
  if (page === "join") return <JoinPage />;
  if (page === "forgot") return <ForgottenPage />;
  if (page === "reset") return <ResetPage />;

  const { state } = session.value;
  if (state === "unknown") return <Loading isAlone />;
  if (state === "out") return <SignInPage />;
  if (state === "unreachable")
    return (
      <main class="quiet-page">
        <Empty isAlone title="The inbox cannot be reached" text={session.value.problem}>
          <button type="button" onClick={() => void recognise()}>
            Try again
          </button>
        </Empty>
      </main>
    );
  return <SignedIn />;
}

function SignedIn() {
  useEffect(startInbox, []);
  useEffect(listenToKeys, []);
  return (
    <>
      <Shell>
        <Guarded key={placeOf(route.value)}>
          <Page />
        </Guarded>
      </Shell>
      <Toasts />
      <KeyMapDialog />
    </>
  );
}

/** Whoever goes to another page leaves behind what failed on this one. */
const placeOf = (at: typeof route.value) => ("part" in at ? `${at.page} ${at.part}` : at.page);

const settingsPages = {
  all: () => <SettingsPage />,
  health: () => <HealthPage />,
  knowledge: () => <KnowledgePage />,
  privacy: () => <RecordPage />,
};

function Page() {
  switch (route.value.page) {
    case "conversations":
      return <ConversationsPage />;
    case "transcript":
      return <TranscriptPage id={route.value.id} />;
    case "analytics":
      return <AnalyticsPage />;
    case "settings":
      return settingsPages[route.value.part ?? "all"]();
    case "team":
      return <TeamPage />;
    case "account":
      return <AccountPage />;
    case "forgot":
    case "reset":
    case "setup":
    case "join":
    case "missing":
      return (
        <main class="quiet-page">
          <Empty isAlone title="There is no such page" text="The address may have been mistyped.">
            <Link href="/inbox">Go to the conversations</Link>
          </Empty>
        </main>
      );
  }
}
