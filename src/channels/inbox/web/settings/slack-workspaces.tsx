import type { ListedWorkspace } from "../../settings/protocol.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";
import type { SlackPlacesDesk } from "./slack-places.ts";

/** Which Slack workspaces there are; only where there are any, or may be. */
export function SlackWorkspaces({ slack }: { slack: SlackPlacesDesk }) {
  const { places, problem } = slack;
  if (!problem && !places?.canInstall && !places?.workspaces.length) return null;
  return (
    <section class="card" id="slack-workspaces" aria-label="Slack workspaces">
      <h2>Slack workspaces</h2>
      <p class="about">
        Workspaces that installed the app. Conversations are sent only to those an admin approved.
      </p>
      <Problem>{problem}</Problem>
      {places && places.workspaces.length > 0 && (
        <ul class="workspaces" aria-label="Slack workspaces">
          {places.workspaces.map((workspace) => (
            <Workspace key={workspace.team} workspace={workspace} slack={slack} />
          ))}
        </ul>
      )}
      {places?.workspaces.length === 0 && <p class="quiet-text">None has installed the app yet.</p>}
      {places?.canInstall && (
        <p class="add-workspace">
          <a href="/slack/install" target="_blank" rel="noopener">
            Add a workspace
          </a>
        </p>
      )}
    </section>
  );
}

function Workspace({ workspace, slack }: { workspace: ListedWorkspace; slack: SlackPlacesDesk }) {
  const { team, name, by, at, isApproved } = workspace;
  const approve = `Approve ${name}? From now on visitors' conversations may be sent there.`;
  const remove = `Remove ${name}? Nothing is sent there any more, and its token is forgotten. Its threads stay in Slack.`;
  return (
    <li>
      <div class="workspace-words">
        <p class="workspace-name">
          {name} <span class="workspace-id">{team}</span>
        </p>
        <p class="hint">
          Installed by {by}, <time dateTime={new Date(at).toISOString()}>{exactly(at)}</time>
        </p>
        <State workspace={workspace} />
      </div>
      {!isApproved && (
        <button
          type="button"
          class="primary"
          aria-label={`Approve ${name}`}
          disabled={slack.busy}
          onClick={() => confirm(approve) && void slack.approve(team)}
        >
          Approve
        </button>
      )}
      <button
        type="button"
        aria-label={`Remove ${name}`}
        disabled={slack.busy}
        onClick={() => confirm(remove) && void slack.remove(team)}
      >
        Remove
      </button>
    </li>
  );
}

function State({ workspace: { isApproved, health } }: { workspace: ListedWorkspace }) {
  if (!isApproved || !health) return <p class="in-state">Waiting for approval: nothing is sent there.</p>;
  return <p class={`in-state is-${health.state}`}>{health.detail}</p>;
}
