import { useState } from "preact/hooks";
import type { SettingsPage as Loaded } from "../../settings/protocol.ts";
import { ask } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { isAdmin } from "../sign-in/session.ts";

const path = "/api/settings/away";

/** Whether people answer now, and a way to say that they do not. It counts at once. */
export function AwayCard({ loaded, saved }: { loaded: Loaded; saved: (loaded: Loaded) => void }) {
  const { availability } = loaded;
  const isAway = availability.reason === "away";
  const [until, setUntil] = useState("");
  const { submit, busy, problem, fields } = useSubmit(async () => {
    saved(await ask<Loaded>(isAway ? "DELETE" : "PUT", path, isAway ? undefined : { until }));
    setUntil("");
  });

  return (
    <form class="card away" id="away" onSubmit={submit}>
      <p class={`availability ${availability.isOpen ? "is-open" : "is-closed"}`} role="status">
        {availability.words}
      </p>
      {!loaded.settings.liveHandoff && (
        <p class="hint">Live handoff is off: until it is on, nobody is handed to people at any time.</p>
      )}
      {isAdmin() && (
        <div class="with-button">
          {!isAway && (
            <Field
              label="Away until"
              value={until}
              change={setUntil}
              errors={fields.until}
              hint="2h, tomorrow, 17:00, Monday 9:00 or 2026-12-01. Nothing: until somebody comes back."
            />
          )}
          <button type="submit" disabled={busy}>
            {isAway ? "Back now" : "Set away"}
          </button>
        </div>
      )}
      {!fields.until && <Problem>{problem}</Problem>}
    </form>
  );
}
