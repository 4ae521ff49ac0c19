import { useEffect, useState } from "preact/hooks";
import type { SlackPlaces } from "../../settings/protocol.ts";
import { fetched } from "../api.ts";
import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { slackState } from "../health/integrations.ts";

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
      <ConnectSlack />
    </ul>
  </Empty>
);

/** Where there is none: to how it is set up, or, where it waits for a workspace, to those that may be added or approved. */
function ConnectSlack() {
  const [places, setPlaces] = useState<SlackPlaces>();
  useEffect(() => {
    fetched<SlackPlaces>("/api/settings/slack-workspaces").then(setPlaces, () => {});
  }, []);

  const isOff = slackState.value === "off";
  const lacksWorkspace = places?.canInstall && !places.workspaces.some(({ isApproved }) => isApproved);
  if (!isOff && !(slackState.value === "starting" && lacksWorkspace)) return null;
  return (
    <li>
      {isOff ? (
        <a href="/#next" target="_blank" rel="noopener">
          Connect Slack
        </a>
      ) : (
        <Link href="/inbox/settings#slack-workspaces">Connect Slack</Link>
      )}{" "}
      to answer from there
    </li>
  );
}
