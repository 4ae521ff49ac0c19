import { z } from "zod";
import type { Installation, Installations } from "../../../conversation/installations.ts";
import type { Seal } from "./seal.ts";

/** The app in one workspace, with what it needs to speak there. */
export interface Installed {
  team: string;
  name: string;
  isApproved: boolean;
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Undefined when it cannot be read: it was stored under another APP_SECRET. */
  access: Access | undefined;
}

export interface Access {
  token: string;
  /** The Slack id of who installed the app. */
  installer: string;
}

const Access = z.object({ token: z.string().min(1), installer: z.string() });

export type InstallationDesk = ReturnType<typeof createInstallationDesk>;

/** The workspaces that installed the app; their tokens are sealed in the database. */
export function createInstallationDesk({ store, seal }: { store: Installations; seal: Seal }) {
  const rows = () => store.all("slack");

  return {
    list: async (): Promise<Installed[]> => (await rows()).map(opened),

    /** Once approved stays approved: installing again only brings a new token. */
    async save({ team, access, isApproved, ...installed }: Installed & { access: Access }): Promise<void> {
      const before = (await rows()).find(({ externalId }) => externalId === team);
      await store.save({
        ...installed,
        channel: "slack",
        externalId: team,
        sealed: seal.seal(JSON.stringify(access), team),
        isApproved: isApproved || (before?.isApproved ?? false),
      });
    },

    /** Returns false when there is no such workspace. */
    async approve(team: string): Promise<boolean> {
      const row = (await rows()).find(({ externalId }) => externalId === team);
      if (row) await store.save({ ...row, isApproved: true });
      return row !== undefined;
    },

    remove: (team: string): Promise<void> => store.remove("slack", team),
  };

  function opened({ externalId: team, sealed, name, isApproved, by, at }: Installation): Installed {
    const text = seal.open(sealed, team);
    const access = text === undefined ? undefined : Access.parse(JSON.parse(text));
    return { team, name, isApproved, by, at, access };
  }
}
