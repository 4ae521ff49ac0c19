import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { lacksSlack } from "../health/integrations.ts";

/** Leads the admin of a new server to its first conversation. */
export const FirstSteps = () => (
  <Empty title="No conversation yet" text="Conversations appear here as visitors write.">
    <ul class="first-steps" aria-label="First steps">
      <li>
        <a href="/" target="_blank" rel="noopener">
          Try it as a visitor
        </a>{" "}
        on the start page
      </li>
      <li>
        <Link href="/inbox/settings#site-default">Put the chat on your website</Link>
      </li>
      {lacksSlack.value && (
        <li>
          <a href="/#next" target="_blank" rel="noopener">
            Connect Slack
          </a>{" "}
          to answer from there
        </li>
      )}
    </ul>
  </Empty>
);
