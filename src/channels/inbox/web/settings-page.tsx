import { useEffect, useState } from "preact/hooks";
import type { SettingsPage as Loaded } from "../protocol.ts";
import { fetched, inWords } from "./api.ts";
import { Empty } from "./empty.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { exactly } from "./times.ts";

export function SettingsPage() {
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const load = () => {
    setProblem(undefined);
    fetched<Loaded>("/api/settings").then(setLoaded, (error: unknown) => setProblem(inWords(error)));
  };
  useEffect(load, []);

  return (
    <main class="page">
      <header class="page-head">
        <h1>Settings</h1>
      </header>
      {problem && (
        <Empty title="The settings could not be read" text={problem}>
          <button type="button" onClick={load}>
            Try again
          </button>
        </Empty>
      )}
      {!problem && !loaded && (
        <p class="quiet-text" role="status">
          Loading…
        </p>
      )}
      {loaded && <SettingsForm loaded={loaded} saved={setLoaded} />}
      {loaded && loaded.changes.length > 0 && <Changes changes={loaded.changes} />}
    </main>
  );
}

const Changes = ({ changes }: Pick<Loaded, "changes">) => (
  <section class="card">
    <h2>Latest changes</h2>
    <ul class="changes">
      {changes.slice(0, 10).map(({ key, by, at, after }) => (
        <li key={`${key}-${at}`}>
          <b>{by}</b> changed <code>{key}</code> to {shortened(after)} <time>{exactly(at)}</time>
        </li>
      ))}
    </ul>
  </section>
);

function shortened(value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  if (text === "") return "nothing";
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
}
