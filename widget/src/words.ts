/** Every word the widget says by itself, in one place for translation. */
export const openChat = "Open chat";
export const unread = (count: number) => (count === 1 ? "1 unread message" : `${count} unread messages`);
export const closeChat = "Close chat";
export const chatWith = (site: string) => `Chat with ${site}`;
export const messages = "Messages";
export const you = "You";
export const assistant = "Assistant";
export const newest = "Newest messages";

export const message = "Message";
export const placeholder = "Write a message…";
export const send = "Send";
export const tooLong = (extra: number) =>
  `Too long by ${extra.toLocaleString()} ${extra === 1 ? "character" : "characters"}`;

export const attach = "Attach file";
export const drop = "Drop files here";
export const attached = "Attached files";
export const remove = (file: string) => `Remove ${file}`;
export const tooMany = "At most 10 files can be sent at once.";
export const tooLarge = (file: string) => `${file} is larger than 25 MB.`;
export const notUploaded = "It could not be uploaded.";
export const interrupted = "The upload was interrupted.";
export const someFailed = "Try again, or remove what was not uploaded.";
export const sendsSoon = "Sends as soon as everything is uploaded…";

export const edit = "Edit message";
export const editing = "Editing your message";
export const cancel = "Cancel";
export const edited = "edited";

export const translated = "Translated";
export const showOriginal = "Show original";
export const showTranslation = "Show translation";

export const fates = { sending: "Sending", sent: "Sent", failed: "Not sent" };
export const tryAgain = "Try again";
export const discard = "Discard";

export const talkToPerson = "Talk to a person";
export const keepGoing = "Keep going";
export const asking = "Asking for a person…";
export const waiting = "Waiting for a person…";
/** Heard while a person writes, and not seen. */
export const writes = "Typing…";
export const keepWriting = "You can keep writing. Nothing gets lost.";

export const email = "Email";
export const emailHint = "In case you leave";
export const phone = "Phone";
export const leaveEmail = "Save";

export const offline = "You are offline. Messages are kept and sent when you are back.";
export const reconnecting = "Reconnecting… Messages are kept and sent when you are back.";
