import type { Workspaces } from "../workspace/workspaces.ts";
import type { Rehoming } from "./rehoming.ts";

/** Sweeps once after everything that may have changed where conversations belong. */
export function createSweeps({ workspaces, rehoming }: { workspaces: Workspaces; rehoming: Rehoming }) {
  let swept: string | undefined;

  return async (): Promise<void> => {
    await workspaces.refresh();
    const layout = await workspaces.layout();
    if (layout === swept) return;
    await rehoming.sweep();
    swept = layout;
  };
}
