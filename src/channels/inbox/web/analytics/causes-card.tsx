import { ruleInWords } from "../../../../conversation/decision-in-words.ts";
import type { CauseCount, Report } from "../../analytics/protocol.ts";
import { NumberLink } from "./number-link.tsx";
import type { Chosen } from "./ranges.ts";

interface Props {
  report: Report;
  chosen: Chosen;
}

/** What handed conversations off, and how often nobody was needed after all: where to sharpen the triggers. */
export function CausesCard({ report: { causes, phrases, figures }, chosen }: Props) {
  if (causes.length === 0) return null;
  return (
    <section class="card" aria-labelledby="causes-title">
      <h2 id="causes-title">What handed off</h2>
      <Table caption="By what decided" causes={causes} chosen={chosen} />
      {phrases.length > 0 && <Table caption="By the words that matched" causes={phrases} chosen={chosen} />}
      <p class="hint">
        False: {figures.notNeeded.definition.charAt(0).toLowerCase() + figures.notNeeded.definition.slice(1)}
      </p>
    </section>
  );
}

function Table({ caption, causes, chosen }: { caption: string; causes: CauseCount[]; chosen: Chosen }) {
  const most = Math.max(1, ...causes.map(({ conversations }) => conversations));
  return (
    <table class="causes">
      <caption>{caption}</caption>
      <thead class="for-ears">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Conversations</th>
          <th scope="col">False</th>
        </tr>
      </thead>
      <tbody>
        {causes.map((one) => {
          const { cause, rule, phrase, conversations, notNeeded } = one;
          const also = { cause, rule, phrase };
          return (
            <tr key={inWords(one)}>
              <th scope="row">{inWords(one)}</th>
              <td>
                <span class="meter" aria-hidden="true">
                  <span style={{ width: `${(conversations / most) * 100}%` }} />
                </span>
                <NumberLink
                  chosen={chosen}
                  which={{ measure: "handedOff", also }}
                  count={conversations}
                  label={inWords(one)}
                >
                  {conversations.toLocaleString()}
                </NumberLink>
              </td>
              <td>
                {notNeeded > 0 && (
                  <NumberLink
                    chosen={chosen}
                    which={{ measure: "notNeeded", also }}
                    count={notNeeded}
                    label={`${inWords(one)}, false`}
                  >
                    {notNeeded.toLocaleString()} false
                  </NumberLink>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function inWords({ cause, rule, phrase }: CauseCount): string {
  if (phrase !== undefined) return `“${phrase}”`;
  switch (cause) {
    case "button":
      return rule ? `The button: ${ruleInWords(rule)}` : "The visitor pressed the button";
    case "rule":
      return rule ? `Rule: ${ruleInWords(rule)}` : "A rule";
    case "model":
      return rule ? `The assistant: ${ruleInWords(rule)}` : "The assistant decided";
    case "failure":
      return "The assistant gave no answer";
    case "agent":
      return "A team member";
    case "taken":
    case undefined:
      return "Something else";
  }
}
