/** Every word the panel says by itself, in one place for translation; `launcher-words.ts` holds the rest. */
export const words = {
  closeChat: "Close chat",
  chatWith: (site: string) => `Chat with ${site}`,
  messages: "Messages",
  you: "You",
  assistant: "Assistant",
  newest: "Newest messages",

  message: "Message",
  placeholder: "Write a message…",
  send: "Send",
  tooLong: (extra: number) =>
    `Too long by ${extra.toLocaleString()} ${extra === 1 ? "character" : "characters"}`,

  fates: { sending: "Sending", sent: "Sent", failed: "Not sent" },
  tryAgain: "Try again",

  talkToPerson: "Talk to a person",
  asking: "Asking for a person…",
  waiting: "Waiting for a person…",
  keepWriting: "You can keep writing. Nothing gets lost.",

  offline: "You are offline. Messages are kept and sent when you are back.",
  reconnecting: "Reconnecting… Messages are kept and sent once the connection is back.",
};
