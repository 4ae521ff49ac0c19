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

  attach: "Attach file",
  drop: "Drop files here",
  attached: "Attached files",
  remove: (file: string) => `Remove ${file}`,
  tooMany: "At most 10 files can be sent at once.",
  tooLarge: (file: string) => `${file} is larger than 25 MB.`,
  notUploaded: "It could not be uploaded.",
  interrupted: "The upload was interrupted.",
  someFailed: "Try again, or remove what was not uploaded.",
  sendsSoon: "Sends as soon as everything is uploaded…",

  edit: "Edit message",
  editing: "Editing your message",
  cancel: "Cancel",
  edited: "edited",

  fates: { sending: "Sending", sent: "Sent", failed: "Not sent" },
  tryAgain: "Try again",
  discard: "Discard",

  talkToPerson: "Talk to a person",
  asking: "Asking for a person…",
  waiting: "Waiting for a person…",
  keepWriting: "You can keep writing. Nothing gets lost.",

  offline: "You are offline. Messages are kept and sent when you are back.",
  reconnecting: "Reconnecting… Messages are kept and sent once the connection is back.",
};
