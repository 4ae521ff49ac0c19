import { useEffect, useRef, useState } from "preact/hooks";
import type { SettingsPage as Loaded, SlackPlaces } from "../../settings/protocol.ts";
import { ask, fetched, inWords } from "../api.ts";
import { isAdmin } from "../sign-in/session.ts";

export type SlackPlacesDesk = ReturnType<typeof useSlackPlaces>;

/** The Slack workspaces that installed the app, and what an admin does with them. `saved` gets the log anew. */
export function useSlackPlaces(saved: (loaded: Loaded) => void) {
  const [places, setPlaces] = useState<SlackPlaces>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const turn = useRef(0);
  const isChanging = useRef(false);

  const attempt = async (read: () => Promise<SlackPlaces>) => {
    const mine = ++turn.current;
    setProblem(undefined);
    try {
      const answer = await read();
      if (mine === turn.current) setPlaces(answer);
    } catch (error) {
      setProblem(inWords(error));
    }
  };

  // A workspace is added in another tab: whoever comes back sees it.
  useEffect(() => {
    if (!isAdmin()) return;
    const load = () => {
      // An answer from before the change would take it back on the screen.
      if (!isChanging.current) void attempt(() => fetched<SlackPlaces>("/api/settings/slack-workspaces"));
    };
    load();
    addEventListener("focus", load);
    return () => removeEventListener("focus", load);
  }, []);

  const change = async (method: string, path: string) => {
    isChanging.current = true;
    setBusy(true);
    await attempt(async () => {
      const changed = await ask<SlackPlaces>(method, `/api/settings/slack-workspaces/${path}`);
      saved(await fetched<Loaded>("/api/settings"));
      return changed;
    });
    isChanging.current = false;
    setBusy(false);
  };

  return {
    ...{ places, busy, problem },
    approve: (team: string) => change("POST", `${encodeURIComponent(team)}/approve`),
    remove: (team: string) => change("DELETE", encodeURIComponent(team)),
  };
}
