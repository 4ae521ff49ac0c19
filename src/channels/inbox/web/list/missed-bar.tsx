import { Link } from "../elements/link.tsx";
import { counts } from "./counts.ts";
import { condition, withConditions } from "./list-query.ts";
import { measured } from "./measured.ts";

/** Above the list, while somebody is in it who was not handed to people: leads to them, and back. */
export function MissedBar() {
  const count = counts.value?.missed ?? 0;
  if (measured.value) return null;
  if (condition("missed")) return <Bar words="Show all conversations" missed="" />;
  if (count === 0) return null;
  const who = count === 1 ? "1 visitor" : `${count} visitors`;
  return <Bar words={`${who} asked for the team while live handoff was off`} missed="yes" />;
}

const Bar = ({ words, missed }: { words: string; missed: "yes" | "" }) => (
  <p class="missed-bar">
    <Link href={withConditions({ missed, status: "" })}>{words}</Link>
  </p>
);
