import type { Listed } from "../../conversations/protocol.ts";
import { isMe } from "../sign-in/session.ts";
import { condition, filter, narrowings, search } from "./list-query.ts";

/** Conditions this page can judge by itself. */
const judged = ["site", "agent", "trigger", "missed"];

/**
 * Whether a conversation in which something happened is in the list. What only the server can say, such as what a search
 * finds, stays as the server said: what it listed is kept up to date, and nothing is added.
 */
export function belongs({ conversation }: Listed, isListed: boolean): boolean {
  const { siteKey, agent, handoff, missed } = conversation;
  if (condition("measure")) return isListed;
  if (!isInTab(conversation) || (condition("missed") && !missed)) return false;
  if (isListed) return true;

  const [site, attendedBy, trigger] = judged.map(condition);
  const isForServer = search.value !== "" || narrowings.value.some((name) => !judged.includes(name));
  return (
    !isForServer &&
    (!site || site === siteKey) &&
    (!attendedBy || attendedBy === agent?.id) &&
    (!trigger || trigger === handoff?.by || trigger === handoff?.rule)
  );
}

function isInTab({ status, agent }: Listed["conversation"]): boolean {
  switch (filter.value) {
    case "open":
      return status !== "closed";
    case "waiting":
    case "closed":
      return status === filter.value;
    case "mine":
      return status !== "closed" && isMe(agent?.id);
    case "all":
      return true;
  }
  // An address can say anything; the server refuses it in words.
  return false;
}
