import { useId, useState } from "preact/hooks";
import { calledBy } from "../../../../settings/callable.ts";
import type { Callable } from "../../settings/protocol.ts";

interface Props {
  label: string;
  /** Slack's ids. */
  who: string[];
  callable: Callable[];
  change: (who: string[]) => void;
}

/** People and groups of Slack, chosen by their names. Somebody who is not offered is named by Slack's id. */
export function CalledPeople({ label, who, callable, change }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const nameOf = (id: string) => {
    const found = callable.find((one) => one.id === id);
    return found ? calledBy(found) : id;
  };

  const add = (text: string): boolean => {
    const wanted = text.trim().replace(/^@/, "");
    const found = callable.find((one) => isCalled(one, wanted))?.id ?? idIn(wanted);
    if (found === undefined) return false;
    if (!who.includes(found)) change([...who, found]);
    setTyped("");
    setProblem(undefined);
    return true;
  };
  const write = (text: string) => {
    setTyped(text);
    setProblem(undefined);
    // A name chosen from the list is whole at once; one that is typed may go on.
    if (callable.some((one) => calledBy(one) === text)) add(text);
  };
  const finish = () => {
    if (typed.trim() && !add(typed)) setProblem(`Nobody in the channel is called “${typed.trim()}”.`);
  };

  return (
    <div class="called-people">
      {who.map((each) => (
        <span class="called" key={each}>
          {nameOf(each)}
          <button
            type="button"
            aria-label={`Do not call ${nameOf(each)}`}
            onClick={() => change(who.filter((other) => other !== each))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        placeholder={who.length === 0 ? "Name or group" : "And…"}
        list={`${id}-list`}
        value={typed}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          finish();
        }}
        onBlur={finish}
      />
      <datalist id={`${id}-list`}>
        {callable
          .filter((one) => !who.includes(one.id))
          .map((one) => (
            <option key={one.id} value={calledBy(one)} />
          ))}
      </datalist>
      <p id={`${id}-problem`} class="wrong" role="status">
        {problem}
      </p>
    </div>
  );
}

const isCalled = ({ id, name }: Callable, wanted: string) =>
  name.toLowerCase() === wanted.toLowerCase() || id === wanted.toUpperCase();

/** Slack's ids of people begin with U or W, of groups with S. */
const idIn = (wanted: string) => (/^[SUW][A-Z0-9]{4,}$/i.test(wanted) ? wanted.toUpperCase() : undefined);
