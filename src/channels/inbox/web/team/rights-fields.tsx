import type { Site } from "../../settings/protocol.ts";
import { Switch } from "../elements/form.tsx";

export interface Rights {
  role: "admin" | "agent";
  siteKeys: readonly string[];
}

interface Props {
  rights: Rights;
  change: (rights: Rights) => void;
  sites: readonly Pick<Site, "key" | "name">[];
  /** One's own role is changed by another admin. */
  isOwn?: boolean;
}

/** What somebody may: admin or agent, and an agent's sites where there are several. */
export const RightsFields = ({ rights, change, sites, isOwn = false }: Props) => (
  <>
    <Switch
      label="Admin"
      on={rights.role === "admin"}
      change={(on) => change({ ...rights, role: on ? "admin" : "agent" })}
      disabled={isOwn}
      hint="Admins change settings and the team, and see every site."
    />
    {rights.role === "agent" && sites.length > 1 && (
      <fieldset class="sites-choice">
        <legend>Sites</legend>
        <p class="hint">They see only conversations of the sites you choose. None chosen: all of them.</p>
        {sites.map(({ key, name }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={rights.siteKeys.includes(key)}
              onChange={({ currentTarget }) => {
                const others = rights.siteKeys.filter((other) => other !== key);
                change({ ...rights, siteKeys: currentTarget.checked ? [...others, key] : others });
              }}
            />{" "}
            {name}
          </label>
        ))}
      </fieldset>
    )}
  </>
);
