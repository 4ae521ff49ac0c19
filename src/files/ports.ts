/** What is known of a file, wherever its bytes are. */
export interface StoredFile {
  id: string;
  /** As its owner named it. */
  name: string;
  mime: string;
  /** In bytes. */
  size: number;
  /** Where it came in: `widget`, `slack`… */
  via: string;
  /** Where the bytes are fetched from while they are not here, in the words of the channel it came in by. */
  origin?: string | undefined;
  /** With `visitorId`: whose conversation it belongs to, and so who may open it. */
  siteKey?: string | undefined;
  visitorId?: string | undefined;
  /** Milliseconds since 1970, UTC. */
  at: number;
}

export interface FileRecords {
  /** Adding one again changes nothing, so nobody can take over another's file. Returns false then. */
  add(file: StoredFile): Promise<boolean>;
  find(id: string): Promise<StoredFile | undefined>;
  /** In the order of `ids`; unknown ones are left out. */
  findMany(ids: readonly string[]): Promise<StoredFile[]>;
}
