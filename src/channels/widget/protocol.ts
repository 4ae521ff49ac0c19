import { z } from "zod";
import { storable } from "../../conversation/text.ts";
import type { SiteLook } from "../../settings/sites.ts";

/**
 * Every frame on the wire between widget and server, both ways, as JSON text over one WebSocket at
 * `/widget/socket?site=KEY`. The widget imports the types only.
 *
 * The first frame is `hello`; the server answers `welcome` with everything after the cursor the widget names, then
 * sends `news` as it happens. `seq` numbers a conversation's events without gaps, but not every event is for the
 * visitor: the cursor to come back with is the `seq` of the last frame, not of the last entry.
 */
const Page = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .transform(storable),
  title: z.string().max(300).transform(storable).optional(),
});
/** A page that cannot be told is left out; what the visitor says matters more. */
const page = Page.optional().catch(undefined);
const id = z.uuid();

export const FromVisitor = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("hello"),
    /** From an earlier `welcome`; without one the visitor is new. */
    token: z.string().max(2_000).optional(),
    /** The last `seq` this widget has; 0 for everything. */
    after: z.number().int().min(0),
  }),
  /** `id` is made by the widget and becomes the message's id: sending it again changes nothing. */
  z.object({
    type: z.literal("say"),
    id,
    text: z.string().max(50_000),
    /** Ids of files uploaded before, at most 10; with some, the text may be empty. */
    files: z.array(id).max(10).optional(),
    page,
  }),
  /** Changes the words of an own message, for 15 minutes. `id` is made by the widget for this change. */
  z.object({ type: z.literal("edit"), id, messageId: id, text: z.string().max(50_000) }),
  /** This widget has everything up to `seq`; `isSeen`: on a screen somebody looks at. Not answered. */
  z.object({ type: z.literal("reached"), seq: z.number().int().min(1), isSeen: z.boolean() }),
  /** The visitor is on this page now. Not answered. */
  z.object({ type: z.literal("page"), page: Page }),
  /** The visitor is writing something: said again every few seconds while they do. Not answered. */
  z.object({ type: z.literal("typing") }),
  z.object({ type: z.literal("ask-for-person"), id, page }),
  /** The visitor was offered a person, and would rather keep going with the assistant. */
  z.object({ type: z.literal("keep-going"), id, page }),
  /** How the visitor found the conversation they were asked about; once more, with `reason`, why. */
  z.object({
    type: z.literal("rate"),
    id,
    isGood: z.boolean(),
    reason: z.string().max(50_000).optional(),
    page,
  }),
  /** The visitor would rather not say. */
  z.object({ type: z.literal("skip-rating"), id, page }),
  /** Where the visitor can be answered when they have left. */
  z.object({
    type: z.literal("give-address"),
    id,
    /** May be empty when there is a number. */
    email: z.string().trim().toLowerCase().max(254),
    /** With it the visitor agrees to `smsConsent`. */
    phone: z.string().trim().max(40).optional(),
    page,
  }),
  /** Answered with `pong`: how a browser, which sees no WebSocket pings, learns that the line is dead. */
  z.object({ type: z.literal("ping") }),
]);

export type FromVisitor = z.infer<typeof FromVisitor>;
export type VisitorPage = z.infer<typeof Page>;

/** Who answers now, for the widget's header. */
export interface WidgetState {
  status: "assistant" | "waiting" | "agent" | "closed";
  agent?: { name: string; avatarUrl?: string | undefined } | undefined;
  /** The last message by the assistant offers a person: answered with `ask-for-person` or `keep-going`. */
  offersPerson?: true | undefined;
  /** Nobody may be there before the visitor leaves: answered with `give-address`, or not. */
  asksContact?: true | undefined;
  /** Beside it a number may be left; what that means, to be shown beside the field. */
  smsConsent?: string | undefined;
  /** What else the visitor is asked, as it can be shown without knowing what it is about. */
  asks?: Ask[] | undefined;
}

/** Words, fields and buttons below the log's last words, in order. The visitor may also write on. */
export type Ask = readonly AskPart[];

export interface AskPart {
  /** What is said, asked for, or stands on the button. */
  label: string;
  /** Of a button: sent with an `id`, and with what is in the fields, by their names. */
  frame?: AnswerFrame | undefined;
  /** Of a field: the frame's name for it, and all else as HTML has it. */
  field?: { name: "email" | "phone" | "reason"; [attribute: string]: string | number | boolean } | undefined;
}

type Asked = Extract<
  FromVisitor,
  { type: "ask-for-person" | "keep-going" | "give-address" | "rate" | "skip-rating" }
>;
type Unsent<Frame> = Frame extends unknown ? Omit<Frame, "id" | "page"> : never;
export type AnswerFrame = Unsent<Asked>;

export type EntryAuthor =
  | { kind: "visitor" }
  | { kind: "assistant" }
  | { kind: "agent"; name: string; avatarUrl?: string | undefined };

/** A file of a message. */
export interface FileView {
  id: string;
  name: string;
  mime: string;
  /** In bytes. */
  size: number;
  /** Where it can be loaded for the next hour; `welcome` brings a new address. */
  url: string;
  /** It may be shown inline. */
  isImage: boolean;
}

/**
 * What `POST /widget/files?site=KEY` answers: the bytes as body, `Authorization: Bearer TOKEN` from `welcome`,
 * `Content-Type`, and `X-File-Name` with the name percent-encoded. Refusals are `{error: {message}}`.
 */
export type Uploaded = FileView;

/** What stands in the log. Visitors' text is plain; the assistant's and agents' is Markdown. */
export type Entry =
  | {
      type: "message";
      seq: number;
      at: number;
      id: string;
      author: EntryAuthor;
      /** Empty only with files. */
      text: string;
      /** As it was written, where `text` is a translation into `language` (a BCP 47 tag). */
      original?: string | undefined;
      language?: string | undefined;
      files?: FileView[] | undefined;
      /** Its words are not the first. Takes the place of the message with the same id. */
      isEdited?: true | undefined;
    }
  /** The message with this id was taken back: nothing of it stays. */
  | { type: "gone"; seq: number; id: string }
  /** Something that happened, in words: "Connecting you with a team member — one moment please." */
  | { type: "line"; seq: number; at: number; text: string };

export const personWrites = "…";

export type ToVisitor =
  /** `token` names this visitor from now on; keep it. `seq` is the cursor. */
  | { type: "welcome"; token: string; seq: number; state: WidgetState; entries: Entry[] }
  | { type: "news"; seq: number; state: WidgetState; entries: Entry[] }
  /**
   * All the assistant has written so far of an answer, which then comes as a message; empty when nothing of it stays.
   * It is over with the next message of somebody else's, with the next `welcome`, and when it is not said again for
   * a while. `personWrites` stands there while a person writes one, of whose words nothing is told.
   */
  | { type: "writing"; text: string }
  /** The message with this id is safe: committed to disk. */
  | { type: "saved"; id: string; seq: number }
  /** Not taken, in words for the visitor. With `retryAfterMs` it may be sent again then; without, not as it is. */
  | { type: "refused"; id?: string | undefined; message: string; retryAfterMs?: number | undefined }
  | { type: "pong" };

/** What `GET /widget/site?site=KEY` answers: how the widget introduces itself before anything is said. */
export interface SiteGreeting {
  name: string;
  greeting: string;
  /** False while the admin has switched live handoff off: no "Talk to a person" then. */
  people: boolean;
  look: SiteLook;
  /** The colour that can be read on the look's accent; empty where it has none. */
  ink: string;
}
