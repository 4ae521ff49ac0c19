import type { Settings } from "../../settings/protocol.ts";
import type { Draft } from "./draft.ts";

type Personal = Settings["personalQuietHours"][number];

/** What somebody begins with who wants quiet hours of their own. */
const usual = { from: "22:00", to: "07:00" };

/** Whether the team's quiet hours count for one address or number, or others, or none. */
export function PersonalQuiet({ recipient, draft }: { recipient: string; draft: Draft }) {
  const { settings, set, errors } = draft;
  const all = settings.personalQuietHours;
  const own = all.find((one) => one.recipient === recipient);
  const write = (quiet: Omit<Personal, "recipient"> | undefined) =>
    set("personalQuietHours")([
      ...all.filter((one) => one !== own),
      ...(quiet ? [{ recipient, from: quiet.from, to: quiet.to }] : []),
    ]);
  const choose = (choice: string) => {
    if (choice === "own") write(settings.quietHours.from ? settings.quietHours : usual);
    else write(choice === "never" ? { from: "", to: "" } : undefined);
  };

  return (
    <div class="personal-quiet">
      <select
        aria-label={`Quiet hours of ${recipient}`}
        value={choiceOf(own)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="team">Quiet hours as everybody</option>
        <option value="own">Own quiet hours</option>
        <option value="never">Never quiet</option>
      </select>
      {own && own.from !== "" && (
        <>
          <Time
            label={`Quiet from, for ${recipient}`}
            value={own.from}
            change={(from) => write({ ...own, from })}
          />
          <span aria-hidden="true">–</span>
          <Time
            label={`Quiet until, for ${recipient}`}
            value={own.to}
            change={(to) => write({ ...own, to })}
          />
        </>
      )}
      {own && errors("personalQuietHours")?.map((error) => <p class="wrong">{error}</p>)}
    </div>
  );
}

function choiceOf(own: Personal | undefined): "team" | "own" | "never" {
  if (!own) return "team";
  return own.from === "" ? "never" : "own";
}

/** A browser empties a time that is half typed; what was there before stays until it is whole. */
const Time = (props: { label: string; value: string; change: (value: string) => void }) => (
  <input
    type="time"
    aria-label={props.label}
    value={props.value}
    required
    onInput={({ currentTarget }) => currentTarget.value && props.change(currentTarget.value)}
  />
);
