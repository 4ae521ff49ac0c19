import { switchTimes } from "../elements/time.tsx";
import { acts, currentConversation } from "./acts.ts";

export interface Key {
  /** As the browser names them; one after the other. */
  keys: readonly string[];
  /** What it does, for the map. */
  does: string;
  group: "Everywhere" | "The list" | "The open conversation";
  /** Whether it would do something now. Left out: always. */
  isPossible?: () => boolean;
  run: () => void;
}

const isOpen = () => currentConversation() !== undefined;

/** Every key there is: the map shows this table, and the listener obeys it. */
export const keyMap: readonly Key[] = [
  { keys: ["?"], does: "Show this map", group: "Everywhere", run: acts.showMap },
  { keys: ["g", "c"], does: "Go to the conversations", group: "Everywhere", run: acts.goTo("/inbox") },
  { keys: ["g", "a"], does: "Go to analytics", group: "Everywhere", run: acts.goTo("/inbox/analytics") },
  { keys: ["g", "s"], does: "Go to settings", group: "Everywhere", run: acts.goTo("/inbox/settings") },
  { keys: ["t"], does: "Show times in full, or short again", group: "Everywhere", run: switchTimes },

  { keys: ["/"], does: "Search", group: "The list", run: acts.search },
  { keys: ["j"], does: "Next conversation", group: "The list", isPossible: acts.isListShown, run: acts.next },
  {
    keys: ["k"],
    does: "Previous conversation",
    group: "The list",
    isPossible: acts.isListShown,
    run: acts.previous,
  },
  { keys: ["Home"], does: "First", group: "The list", isPossible: acts.isInList, run: acts.first },
  { keys: ["End"], does: "Last", group: "The list", isPossible: acts.isInList, run: acts.last },

  { keys: ["r"], does: "Write a reply", group: "The open conversation", isPossible: isOpen, run: acts.reply },
  {
    keys: ["n"],
    does: "Write a note for the team",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.note,
  },
  { keys: ["c"], does: "Claim it", group: "The open conversation", isPossible: isOpen, run: acts.claim },
  {
    keys: ["a"],
    does: "Assign it to somebody",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.assign,
  },
  {
    keys: ["h"],
    does: "Hand it back to the assistant",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.handBack,
  },
  {
    keys: ["e"],
    does: "Close it and go to the next",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.close,
  },
  {
    keys: ["u"],
    does: "Mark it unread and leave it",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.unread,
  },
  { keys: ["o"], does: "Reopen it", group: "The open conversation", isPossible: isOpen, run: acts.reopen },
  {
    keys: ["i"],
    does: "Show or hide the details",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.details,
  },
  {
    keys: ["l"],
    does: "Go to the newest message",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.newest,
  },
  {
    keys: ["m"],
    does: "Go to what is masked",
    group: "The open conversation",
    isPossible: acts.hasMasked,
    run: acts.masked,
  },
  {
    keys: ["Escape"],
    does: "Leave the conversation",
    group: "The open conversation",
    isPossible: isOpen,
    run: acts.leave,
  },
];
