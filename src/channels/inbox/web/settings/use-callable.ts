import { useEffect, useState } from "preact/hooks";
import type { Callable, CallablePage } from "../../settings/protocol.ts";
import { fetched } from "../api.ts";
import { isAdmin } from "../sign-in/session.ts";

/** Whom a step can call by name; nobody until Slack has said, or without Slack. */
export function useCallable(): Callable[] {
  const [callable, setCallable] = useState<Callable[]>([]);
  useEffect(() => {
    if (!isAdmin()) return;
    // Without the names, ids still do.
    fetched<CallablePage>("/api/settings/callable").then(
      (read) => setCallable(read.callable),
      () => undefined,
    );
  }, []);
  return callable;
}
