import { Component } from "preact";
import type { EntryAuthor, FileView } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import { markdown } from "../markdown/blocks.tsx";
import { plain } from "../markdown/plain.tsx";
import type { Outgoing } from "../outbox.ts";
import * as words from "../words.ts";
import { Avatar } from "./avatar.tsx";
import { Choice } from "./choice.tsx";
import { Fate } from "./fate.tsx";
import { Files } from "./files.tsx";
import { PenIcon } from "./icons.tsx";

export interface MessageProps {
  chat: Chat;
  author: EntryAuthor;
  text: string;
  files?: FileView[] | undefined;
  /** Of the server that keeps the files. */
  origin: string;
  /** Nothing for the greeting, which nobody wrote at any time. */
  at?: number;
  isEdited?: boolean | undefined;
  /** Where `text` is a translation into `language`. */
  original?: string | undefined;
  language?: string | undefined;
  /** Set while it is under way from the visitor to the server, or new words for it are. */
  outgoing?: Outgoing | undefined;
  /** Left out where it cannot be changed. */
  onEdit?: (() => void) | undefined;
  isFirst: boolean;
  isLast: boolean;
}

export class Message extends Component<MessageProps, { isOriginal: boolean }> {
  /** A long conversation is not parsed anew for each message. */
  override shouldComponentUpdate(next: MessageProps) {
    const before: Record<string, unknown> = { ...this.props };
    const after: Record<string, unknown> = { ...next };
    // What is done when something is chosen is made anew each time, and the same.
    const isFunction = (value: unknown) => typeof value === "function";
    return Object.keys({ ...before, ...after }).some(
      (name) => before[name] !== after[name] && !(isFunction(before[name]) && isFunction(after[name])),
    );
  }

  override render(props: MessageProps, { isOriginal }: { isOriginal: boolean }) {
    const { author, original, language, files = [], origin, outgoing, onEdit, isFirst, isLast } = props;
    const text = (isOriginal && original) || props.text;
    const isOwn = author.kind === "visitor";
    const person = author.kind === "agent" ? author : undefined;
    const name = isOwn ? words.you : (person?.name ?? words.assistant);
    return (
      <article aria-label={name} class={`${isOwn ? "own" : author.kind}${isLast ? " last" : ""}`}>
        {!isOwn && isFirst && (
          <div class="author" aria-hidden="true">
            <Avatar name={person?.name} url={person?.avatarUrl} />
            {name}
          </div>
        )}
        {text && (
          <div class="said">
            <div class="text" dir="auto" lang={isOriginal ? "" : language}>
              {isOwn ? plain(text) : markdown(text)}
            </div>
            {onEdit && !outgoing && (
              <Choice class="edit" name={words.edit} onChoose={onEdit}>
                <PenIcon />
              </Choice>
            )}
          </div>
        )}
        {files.length > 0 && <Files files={files} origin={origin} />}
        <Fate {...props} isOwn={isOwn} isSeen={isLast || !!outgoing || !!props.isEdited || !!original}>
          {original && (
            <span>
              {words.translated} ·{" "}
              <button type="button" onClick={() => this.setState({ isOriginal: !isOriginal })}>
                {isOriginal ? words.showTranslation : words.showOriginal}
              </button>
            </span>
          )}
        </Fate>
      </article>
    );
  }
}
