import { useEffect } from "preact/hooks";
import { Link } from "../elements/link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { broken, watchIntegrations } from "./integrations.ts";

const names: Record<string, string> = {
  slack: "Slack",
  sms: "SMS",
  redis: "Redis",
  assistant: "The assistant",
};

/** Says on every page what does not work, and what to do: nobody should find out from a visitor. */
export function BrokenBanner() {
  useEffect(watchIntegrations, []);
  const problems = Object.entries(broken.value);
  if (problems.length === 0) return null;
  return (
    <div class="broken" role="status">
      {problems.map(([name, detail]) => (
        <p key={name}>
          <strong>{names[name] ?? name.charAt(0).toUpperCase() + name.slice(1)} does not work.</strong>{" "}
          <span class="why">{detail}</span>
        </p>
      ))}
      {isAdmin() && <Link href="/inbox/settings/health">Look at everything</Link>}
    </div>
  );
}
