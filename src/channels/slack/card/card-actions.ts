/** What the card's buttons do; also their `action_id`s. */
export const cardActions = {
  claim: "handoff_claim",
  handBack: "handoff_hand_back",
  close: "handoff_close",
  reopen: "handoff_reopen",
  open: "handoff_open_in_inbox",
  toTeam: "handoff_replies_to_team",
  toVisitor: "handoff_replies_to_visitor",
  translate: "handoff_translate",
  stopTranslating: "handoff_stop_translating",
  menu: "handoff_menu",
} as const;
