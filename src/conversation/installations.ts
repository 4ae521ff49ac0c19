/** A workspace in which the app was installed. */
export interface Installation {
  channel: string;
  /** The workspace's id there. */
  externalId: string;
  name: string;
  /** Its token and the like, encrypted by the channel. */
  sealed: string;
  /** An admin of ours agreed: until then nothing is sent there and nothing taken from there. */
  isApproved: boolean;
  /** Who installed it, in words. */
  by: string;
  at: number;
}

export interface Installations {
  all(channel: string): Promise<Installation[]>;
  /** Saving one again replaces it. */
  save(installation: Installation): Promise<void>;
  remove(channel: string, externalId: string): Promise<void>;
}
