import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { AllChecks } from "./all-checks.tsx";
import { TestHandoffCard } from "./test-handoff-card.tsx";

/** Whether everything works, and what to do where it does not. */
export const HealthPage = () => (
  <main class="page health-page">
    <header class="page-head">
      <h1>Health</h1>
      <Link class="way-back" href="/inbox/settings">
        <Icon name="back" />
        All settings
      </Link>
    </header>
    {isAdmin() ? (
      <>
        <TestHandoffCard />
        <AllChecks />
      </>
    ) : (
      <p class="notice">Only an admin can see this.</p>
    )}
  </main>
);
