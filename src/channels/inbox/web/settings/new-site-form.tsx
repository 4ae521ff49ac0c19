import { useState } from "preact/hooks";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { posted } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";

export function NewSiteForm({ saved }: { saved: (loaded: Loaded) => void }) {
  const [name, setName] = useState("");
  const [typedKey, setKey] = useState<string>();
  const key = typedKey ?? keyFrom(name);
  const { submit, busy, problem, fields } = useSubmit(async () => {
    saved(await posted<Loaded>("/api/sites", { key, name }));
    setName("");
    setKey(undefined);
  });

  return (
    <form class="card" id="new-site" onSubmit={submit}>
      <h2>Another website</h2>
      <div class="pair">
        <Field label="Name of the new site" value={name} change={setName} errors={fields.name} required />
        <Field
          label="Key of the new site"
          value={key}
          change={setKey}
          errors={fields.key}
          hint="Stands in its snippet and stays: small letters, digits and dashes."
          required
        />
      </div>
      {!fields.name && !fields.key && <Problem>{problem}</Problem>}
      <button type="submit" disabled={busy}>
        Add the site
      </button>
    </form>
  );
}

const keyFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
