import type { KnowledgePage } from "../../knowledge/protocol.ts";
import { Select } from "../elements/form.tsx";

interface Props {
  label: string;
  sites: KnowledgePage["sites"];
  value: string;
  change: (siteKey: string) => void;
  /** Offers all of them, as the empty value. */
  offersAll?: boolean;
}

export const SiteSelect = ({ label, sites, value, change, offersAll = false }: Props) => (
  <Select
    label={label}
    value={value}
    change={change}
    options={[
      ...(offersAll ? [{ value: "", label: "All sites" }] : []),
      ...sites.map(({ key, name }) => ({ value: key, label: name })),
    ]}
  />
);
