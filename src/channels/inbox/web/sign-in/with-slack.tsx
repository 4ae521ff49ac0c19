import type { SlackRefusal } from "../../people/protocol.ts";
import { Problem } from "../elements/form.tsx";
import { query } from "../route.ts";

/** Where it is offered, the way in by Slack; and why it did not lead in, for whoever comes back. */
export function WithSlack({ isOffered }: { isOffered: boolean }) {
  const asked = new URLSearchParams(query.value);
  const why = asked.get("slack");
  const to = why ? "/inbox" : `${location.pathname}${location.search}`;
  return (
    <>
      {isRefusal(why) && <Problem>{words[why]}</Problem>}
      {isOffered && (
        <>
          <a class="with-slack" href={`/api/auth/slack?to=${encodeURIComponent(to)}`}>
            Sign in with Slack
          </a>
          <p class="or">or with your password</p>
        </>
      )}
    </>
  );
}

const isRefusal = (why: string | null): why is SlackRefusal => why !== null && Object.hasOwn(words, why);

const words: Record<SlackRefusal, string> = {
  "not-begun":
    "This sign-in was not begun in this browser, was used already, or took longer than ten minutes. Begin again here.",
  cancelled: "You did not allow it in Slack, so you are not signed in. Try again, or use your password.",
  code: "Slack did not confirm this sign-in. Begin again; if it goes on, ask an admin to check SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.",
  unreachable: "Slack could not be reached. Try again in a moment, or use your password.",
  identity: "What came back from Slack could not be trusted, so you are not signed in. Begin again here.",
  workspace:
    "This Slack workspace is not connected to this server. Choose the right workspace in Slack, or ask an admin to connect yours.",
  unverified: "Slack has not verified your email address. Confirm it in your Slack account, then try again.",
  nobody:
    "Nobody in the team has the email address of your Slack account. Ask an admin to invite you with that address.",
};
