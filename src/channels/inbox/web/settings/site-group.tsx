import type { Site } from "../../protocol.ts";
import { Field } from "../form.tsx";
import type { Draft, SiteEdit } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";
import { LookFields } from "./look-fields.tsx";
import { Snippet } from "./snippet.tsx";

interface Props {
  site: Omit<Site, "slack"> & SiteEdit;
  draft: Draft;
  publicUrl: string;
}

/** One place where the widget is embedded. */
export function SiteGroup({ site, draft, publicUrl }: Props) {
  const set = (edit: SiteEdit) => draft.setSite(site.key, edit);
  const errors = (name: keyof SiteEdit) => draft.siteErrors(site.key, name);
  const slack = site.slack ?? { team: "", channel: "" };
  const setSlack = (place: typeof slack) => set({ slack: place.team || place.channel ? place : null });

  return (
    <Group id={`site-${site.key}`} title={`Website: ${site.name}`}>
      <Snippet siteKey={site.key} publicUrl={publicUrl} />
      <Field label="Site name" value={site.name} change={(name) => set({ name })} errors={errors("name")} />
      <Lines
        label="Allowed origins"
        values={site.origins}
        change={(origins) => set({ origins })}
        errors={errors("origins")}
        hint="One a line, such as https://shop.example. Nothing here: every website may show the widget."
      />
      <LookFields look={site.look} change={(look) => set({ look })} errors={errors("look")} />
      <div class="pair">
        <Field
          label="Workspace id"
          value={slack.team}
          change={(team) => setSlack({ ...slack, team: team.trim() })}
          errors={errors("slack")?.filter((error) => error.includes("workspace"))}
          hint="Slack, such as T012AB3CD. Empty, with the next: the usual one."
        />
        <Field
          label="Channel id"
          value={slack.channel}
          change={(channel) => setSlack({ ...slack, channel: channel.trim() })}
          errors={errors("slack")?.filter((error) => error.includes("channel"))}
          hint="Slack, such as C012AB3CD."
        />
      </div>
    </Group>
  );
}
