import { useState } from "preact/hooks";
import type { ListedWorkspace, Site } from "../../settings/protocol.ts";
import { Field, Select } from "../elements/form.tsx";

type Place = NonNullable<Site["slack"]>;

interface Props {
  slack: Place | undefined;
  change: (place: Place | null) => void;
  errors: string[] | undefined;
  workspaces: ListedWorkspace[];
}

const byId = "by-id";

/** Where in Slack a website's conversations go: chosen by name where there is a choice, else by ids. */
export function SitePlace({ slack = { team: "", channel: "" }, change, errors, workspaces }: Props) {
  const isListed = workspaces.some(({ team, isApproved }) => isApproved && team === slack.team);
  const [isById, setById] = useState(false);
  const hasChoice = workspaces.length > 1;
  const showsId = !hasChoice || isById || (slack.team !== "" && !isListed);
  const set = (place: Place) => change(place.team || place.channel ? place : null);

  const choose = (chosen: string) => {
    setById(chosen === byId);
    // A channel of one workspace is none of another.
    set({ team: chosen === byId ? "" : chosen, channel: "" });
  };

  return (
    <div class="pair">
      {hasChoice && (
        <Select
          label="Slack workspace"
          value={showsId ? byId : slack.team}
          change={choose}
          options={[
            { value: "", label: "The usual one" },
            ...workspaces
              .filter(({ isApproved }) => isApproved)
              .map(({ team, name }) => ({ value: team, label: name })),
            { value: byId, label: "Another, by its id" },
          ]}
        />
      )}
      {showsId && (
        <Field
          label="Workspace id"
          value={slack.team}
          change={(team) => set({ ...slack, team: team.trim() })}
          errors={errors?.filter((error) => error.includes("workspace"))}
          hint="Slack, such as T012AB3CD. Empty, with the next: the usual one."
        />
      )}
      {(showsId || slack.team) && (
        <Field
          label="Channel id"
          value={slack.channel}
          change={(channel) => set({ ...slack, channel: channel.trim() })}
          errors={errors?.filter((error) => error.includes("channel"))}
          hint="Slack, such as C012AB3CD."
        />
      )}
    </div>
  );
}
