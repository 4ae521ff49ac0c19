import { type CodedError, ErrorCode } from "@slack/oauth";
import type { InstallPage } from "./page.ts";

const again = { to: "/slack/install", label: "Start again" };

export const approvedPage = (team: string): InstallPage => ({
  title: `${team} is connected`,
  words: [
    "Visitors who need a person can appear in this Slack workspace from now on.",
    "In Slack, choose the channel: /handoff channel #name",
  ],
  link: { to: "/inbox/settings", label: "Open the settings" },
});

export const waitingPage = (team: string): InstallPage => ({
  title: `${team} has installed the app`,
  words: [
    "Nothing is sent there yet: an admin of this website chat has to approve the workspace first, on the settings page of the inbox.",
    "If you are that admin: sign in to the inbox, and approve it there.",
  ],
  link: { to: "/inbox/settings", label: "Open the settings" },
});

export function failurePage(error: CodedError): InstallPage {
  const title = "The app was not installed";
  switch (error.code) {
    case ErrorCode.AuthorizationError:
      return { title, words: ["You cancelled it in Slack. Nothing has changed."], link: again };
    case ErrorCode.InvalidStateError:
    case ErrorCode.MissingStateError:
    case ErrorCode.MissingCodeError:
      return {
        title,
        words: ["This page must be reached from Slack, within ten minutes, in the browser you started in."],
        link: again,
      };
    default:
      return { title, words: [wordsOf(error)], link: again };
  }
}

/** Not our app's own words, so that no secret of the exchange is shown. */
function wordsOf(error: Error): string {
  if (error instanceof InstallRefused) return error.message;
  return "Slack did not complete the installation. If it happens again, check SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and the redirect URL of your Slack app; the log says more.";
}

/** Slack agreed and we do not; the message is for whoever installs. */
export class InstallRefused extends Error {
  override readonly name = "InstallRefused";
}
