import type { ListedWorkspace, Site } from "../../settings/protocol.ts";
import { Field } from "../elements/form.tsx";
import type { Draft, SiteEdit } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";
import { LookFields } from "./look-fields.tsx";
import { SitePlace } from "./site-place.tsx";
import { Snippet } from "./snippet.tsx";

interface Props {
  site: Omit<Site, "slack"> & SiteEdit;
  draft: Draft;
  publicUrl: string;
  /** Those that installed the app. */
  workspaces: ListedWorkspace[];
}

/** One place where the widget is embedded. */
export function SiteGroup({ site, draft, publicUrl, workspaces }: Props) {
  const set = (edit: SiteEdit) => draft.setSite(site.key, edit);
  const errors = (name: keyof SiteEdit) => draft.siteErrors(site.key, name);

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
      <LookFields
        siteName={site.name}
        greeting={draft.settings.greeting}
        look={site.look}
        change={(look) => set({ look })}
        errors={errors("look")}
      />
      <SitePlace
        slack={site.slack ?? undefined}
        change={(place) => set({ slack: place })}
        errors={errors("slack")}
        workspaces={workspaces}
      />
    </Group>
  );
}
