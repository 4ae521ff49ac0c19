/** What an entry of the change log is about. */
export type Changed =
  | { kind: "setting"; name: string }
  | { kind: "site"; siteKey: string; field: string }
  | { kind: "workspace"; team: string }
  /** `siteKey` is undefined where it is not known whose alone it is. */
  | { kind: "knowledge"; what: string; title: string; siteKey: string | typeof everySite | undefined };

/** In the place of a site's key, which has no such letter: known for all of them. */
export const everySite = "*";

const maxTitleLength = 100;

/** How the log calls it. */
export function keyOf(changed: Changed): string {
  switch (changed.kind) {
    case "setting":
      return changed.name;
    case "site":
      return `site ${changed.siteKey}: ${changed.field}`;
    case "workspace":
      return `slack workspace ${changed.team}`;
    case "knowledge": {
      const { what, title, siteKey } = changed;
      return `${what}${siteKey === undefined ? "" : ` of ${siteKey}`}: ${title.slice(0, maxTitleLength)}`;
    }
  }
}

export function changedUnder(key: string): Changed {
  const [, team] = /^slack workspace (\S+)$/.exec(key) ?? [];
  if (team) return { kind: "workspace", team };
  const [, what, of, title] = /^(knowledge \w+|rejected proposal)(?: of (\S+))?: (.*)$/s.exec(key) ?? [];
  if (what && title !== undefined) return { kind: "knowledge", what, title, siteKey: of };
  const [, siteKey, field] = /^site (\S+): (\w+)$/.exec(key) ?? [];
  if (siteKey && field) return { kind: "site", siteKey, field };
  return { kind: "setting", name: key };
}
