import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { FirstSteps } from "./first-steps.tsx";
import { type Filter, filter, narrowings, search, withConditions } from "./list-query.ts";
import { useIsNew } from "./use-is-new.ts";

const inTab: Record<Filter, string> = {
  open: "Conversations appear here as visitors write.",
  waiting: "Nobody waits for a person right now.",
  mine: "Claim a conversation or reply in one, and it is yours.",
  closed: "What you close is kept here.",
  all: "Conversations appear here as visitors write.",
};

/** Why the list is empty, and where else to look. */
export function NothingHere() {
  const isWhole = !search.value && narrowings.value.length === 0;
  const isNew = useIsNew(isWhole && isAdmin());
  if (isNew) return <FirstSteps />;
  if (isWhole) return <Empty title="All quiet" text={inTab[filter.value]} />;

  const said = search.value
    ? `No conversation here holds “${search.value}”.`
    : "No conversation here is like that.";
  return (
    <Empty title="Nothing found" text={said}>
      <InAll />
    </Empty>
  );
}

/** To the same search without the conditions of this list, or what is closed would be taken for gone. */
export function InAll() {
  if (narrowings.value.length === 0 && filter.value === "all") return null;
  const everywhere = { status: "all", ...Object.fromEntries(narrowings.value.map((name) => [name, ""])) };
  return <Link href={withConditions(everywhere)}>Look in all conversations</Link>;
}
