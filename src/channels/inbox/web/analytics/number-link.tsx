import type { ComponentChildren } from "preact";
import type { Measure } from "../../analytics/protocol.ts";
import { Link } from "../elements/link.tsx";
import { type Chosen, scopeOf } from "./ranges.ts";

export interface WhichOnes {
  measure: Measure;
  /** Instead of the chosen range. */
  from?: number | undefined;
  to?: number | undefined;
  /** Further conditions, as `MeasuredQuery` names them. */
  also?: Record<string, string | number | undefined> | undefined;
}

/** The list of exactly the conversations that a number is that of. */
export function listOf(chosen: Chosen, { measure, from, to, also = {} }: WhichOnes): string {
  const asked = scopeOf({ ...chosen, from: from ?? chosen.from, to: to ?? chosen.to });
  asked.set("measure", measure);
  if (chosen.preset && from === undefined) asked.set("range", chosen.preset);
  for (const [name, value] of Object.entries(also)) if (value !== undefined) asked.set(name, String(value));
  return `/inbox?${asked}`;
}

interface Props {
  chosen: Chosen;
  which: WhichOnes;
  /** How many conversations there are: none leads nowhere. */
  count: number;
  label: string;
  class?: string;
  children: ComponentChildren;
}

export function NumberLink({ chosen, which, count, label, children, ...rest }: Props) {
  if (count === 0) return <span {...rest}>{children}</span>;
  const conversations = count === 1 ? "1 conversation" : `${count} conversations`;
  return (
    <Link {...rest} href={listOf(chosen, which)}>
      {children}
      <span class="for-ears">
        {" "}
        – {label}: {conversations}
      </span>
    </Link>
  );
}
