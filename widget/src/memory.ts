/** What the widget remembers on this website about one site, across pages, reloads and tabs. */
export interface Memory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(): string[];
}

/** Where the browser forbids storage, or it is full, things are remembered until the page is left. */
export function createMemory(siteKey: string, storage: () => Storage): Memory {
  const prefix = `live-handoff:${siteKey}:`;
  const known = new Map<string, string>();
  const tried = <T>(access: (storage: Storage) => T): T | undefined => {
    try {
      return access(storage());
    } catch {
      return undefined;
    }
  };

  return {
    get: (name) => tried((storage) => storage.getItem(prefix + name)) ?? known.get(name),

    set(name, value) {
      known.set(name, value);
      tried((storage) => storage.setItem(prefix + name, value));
    },

    remove(name) {
      known.delete(name);
      tried((storage) => storage.removeItem(prefix + name));
    },

    names: () =>
      (tried(Object.keys) ?? [])
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}
