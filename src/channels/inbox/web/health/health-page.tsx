import { PageHead } from "../settings/page-head.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { AllChecks } from "./all-checks.tsx";
import { TestHandoffCard } from "./test-handoff-card.tsx";

/** Whether everything works, and what to do where it does not. */
export const HealthPage = () => (
  <main class="page health-page">
    <PageHead title="Health" />
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
