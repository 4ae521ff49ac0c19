import { useEffect, useState } from "preact/hooks";
import type { NotificationState, Way } from "../../settings/protocol.ts";
import { ask, fetched, inWords } from "../api.ts";
import { exactly } from "../elements/times.ts";
import { isAdmin } from "../sign-in/session.ts";
import type { Draft } from "./draft.ts";
import { PersonalQuiet } from "./personal-quiet.tsx";

const path = "/api/settings/notifications";

interface Props {
  way: Way;
  recipients: string[];
  draft: Draft;
}

/** Each recipient with what became of the last message, a button that sends one to try, and their quiet hours. */
export function Recipients({ way, recipients, draft }: Props) {
  const [state, setState] = useState<NotificationState>();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const load = () => void fetched<NotificationState>(path).then(setState, () => setState(undefined));
  useEffect(() => {
    if (isAdmin()) load();
  }, []);
  if (!isAdmin() || recipients.length === 0) return null;

  const test = async (recipient: string) => {
    const say = (words: string) => setAnswers((before) => ({ ...before, [recipient]: words }));
    say("Sending…");
    try {
      say((await ask<{ words: string }>("POST", `${path}/test`, { way, recipient })).words);
    } catch (error) {
      say(inWords(error));
    }
    load();
  };

  return (
    <ul class="recipients" aria-label={way === "email" ? "Who gets email" : "Who gets SMS"}>
      {recipients.map((recipient) => {
        const trouble = state?.unreachable.find((one) => one.way === way && one.recipient === recipient);
        return (
          <li key={recipient}>
            <span class="recipient">{recipient}</span>
            <button type="button" aria-label={`Send a test to ${recipient}`} onClick={() => test(recipient)}>
              Send a test
            </button>
            <p class={trouble ? "wrong" : "hint"} role="status">
              {answers[recipient] ?? trouble?.words ?? lastInWords(state, way, recipient)}
            </p>
            <PersonalQuiet recipient={recipient} draft={draft} />
          </li>
        );
      })}
    </ul>
  );
}

const states = {
  waiting: "Next message planned",
  sent: "Last message sent",
  delivered: "Last message delivered",
  failed: "Last message failed",
  dropped: "Last message not needed",
};

function lastInWords(state: NotificationState | undefined, way: Way, recipient: string): string {
  const last = state?.last.find((one) => one.way === way && one.recipient === recipient);
  if (!last) return "Nothing was sent yet.";
  return `${states[last.state]}, ${exactly(last.at)}${last.error ? `: ${last.error}` : "."}`;
}
