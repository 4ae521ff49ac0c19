import type { Receipt } from "../../privacy/protocol.ts";

type KeptCopy = Receipt["elsewhere"]["kept"][number];

/** What could not be removed, why, and where a person finds it. */
export function Kept({ receipt: { elsewhere, beyondUs } }: { receipt: Receipt }) {
  const unnamed = elsewhere.keptCount - elsewhere.kept.length;
  return (
    <ul>
      {[...byReason(elsewhere.kept)].map(([reason, copies]) => (
        <li key={reason}>
          {reason}{" "}
          {copies.map((copy, index) => (
            <span key={`${copy.place} ${copy.externalId}`} class="kept-copy">
              <Copy copy={copy} number={copies.length > 1 ? index + 1 : undefined} />
            </span>
          ))}
        </li>
      ))}
      {unnamed > 0 && <li>and {unnamed} more of these</li>}
      {beyondUs.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function byReason(kept: readonly KeptCopy[]): Map<string, KeptCopy[]> {
  const groups = new Map<string, KeptCopy[]>();
  for (const copy of kept) groups.set(copy.reason, [...(groups.get(copy.reason) ?? []), copy]);
  return groups;
}

function Copy({ copy: { link, externalId }, number }: { copy: KeptCopy; number: number | undefined }) {
  if (!link) return <code>{externalId}</code>;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      Open {number ? `message ${number} ` : ""}in Slack
    </a>
  );
}
