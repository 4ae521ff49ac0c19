import { useState } from "preact/hooks";
import type { SettingsPage as Loaded, Settings, Site } from "../protocol.ts";
import { ask } from "./api.ts";
import { Field, Problem, Switch, useSubmit } from "./form.tsx";
import { Lines, linesOf } from "./lines-field.tsx";
import { isAdmin } from "./session.ts";

const notConnected = (service: string) =>
  `Sending is set up in a later step: no ${service} service is connected.`;

export function SettingsForm({ loaded, saved }: { loaded: Loaded; saved: (loaded: Loaded) => void }) {
  const [wanted, setWanted] = useState(loaded.settings);
  const [origins, setOrigins] = useState(originsOf(loaded.sites));
  const [isSaved, setSaved] = useState(false);
  const { email, sms } = loaded.notifications;
  const readOnly = !isAdmin();

  const set =
    <Name extends keyof Settings>(name: Name) =>
    (value: Settings[Name]) => {
      setSaved(false);
      setWanted((before) => ({ ...before, [name]: value }));
    };
  const { submit, busy, problem, fields } = useSubmit(async () => {
    let now = await ask<Loaded>("PUT", "/api/settings", changed(loaded.settings, wanted));
    for (const site of changedSites(now.sites, origins))
      now = await ask<Loaded>("PUT", `/api/sites/${encodeURIComponent(site.key)}`, { origins: site.origins });
    setWanted(now.settings);
    setOrigins(originsOf(now.sites));
    saved(now);
    setSaved(true);
  });

  return (
    <form class="settings" onSubmit={submit}>
      {readOnly && <p class="notice">Only an admin can change these.</p>}
      <fieldset class="card" disabled={readOnly}>
        <legend>Handoff</legend>
        <Switch
          label="Live handoff"
          on={wanted.liveHandoff}
          change={set("liveHandoff")}
          hint="Off: nobody is handed to people, and visitors are told so."
        />
        <Lines
          label="Trigger phrases"
          values={wanted.triggerPhrases}
          change={set("triggerPhrases")}
          errors={fields.triggerPhrases}
          hint="One a line. Whoever writes one is handed to people at once, beside what is recognised anyway."
        />
      </fieldset>
      <fieldset class="card" disabled={readOnly}>
        <legend>Assistant</legend>
        <Field
          label="Assistant instructions"
          rows={6}
          value={wanted.assistantInstructions}
          change={set("assistantInstructions")}
          errors={fields.assistantInstructions}
          hint="What it should know and how it should speak."
        />
        <Field
          label="Greeting"
          rows={2}
          value={wanted.greeting}
          change={set("greeting")}
          errors={fields.greeting}
          hint="The first words a visitor reads. Left empty, they promise only what is connected."
        />
      </fieldset>
      <fieldset class="card" disabled={readOnly}>
        <legend>Telling people that somebody waits</legend>
        <Switch
          label="Email notifications"
          on={wanted.emailNotifications}
          change={set("emailNotifications")}
          disabled={!email}
          hint={email ? undefined : notConnected("email")}
        />
        <Lines
          label="Email recipients"
          values={wanted.emailRecipients}
          change={set("emailRecipients")}
          errors={fields.emailRecipients}
          disabled={!email}
          byComma
          hint="One a line or by comma."
        />
        <Switch
          label="SMS notifications"
          on={wanted.smsNotifications}
          change={set("smsNotifications")}
          disabled={!sms}
          hint={sms ? undefined : notConnected("SMS")}
        />
        <Lines
          label="SMS recipients"
          values={wanted.smsRecipients}
          change={set("smsRecipients")}
          errors={fields.smsRecipients}
          disabled={!sms}
          byComma
          hint="With country code, such as +14155550123; one a line or by comma."
        />
      </fieldset>
      {loaded.sites.map(({ key, name }) => (
        <fieldset class="card" key={key} disabled={readOnly}>
          <legend>Website: {name}</legend>
          <Lines
            label="Allowed origins"
            values={origins[key] ?? []}
            change={(values) => {
              setSaved(false);
              setOrigins({ ...origins, [key]: values });
            }}
            errors={fields.origins}
            hint="One a line, such as https://shop.example. Nothing here: every website may show the widget."
          />
        </fieldset>
      ))}
      {!readOnly && (
        <div class="save-bar">
          <Problem>{problem}</Problem>
          <p role="status">{isSaved ? "Saved" : ""}</p>
          <button class="primary" type="submit" disabled={busy}>
            Save
          </button>
        </div>
      )}
    </form>
  );
}

/** Only what was changed here, so that nothing somebody else saved meanwhile is taken back. */
const changed = (before: Settings, wanted: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Settings]),
    ),
  );

const originsOf = (sites: Site[]) => Object.fromEntries(sites.map(({ key, origins }) => [key, origins]));

const changedSites = (sites: Site[], wanted: Record<string, string[]>): Site[] =>
  sites
    .map((site) => ({ ...site, origins: wanted[site.key] ?? site.origins }))
    .filter(({ origins }, index) => linesOf(origins) !== linesOf(sites[index]?.origins ?? []));
