import { Component } from "preact";
import type { EntryAuthor } from "../../../src/channels/widget/protocol.ts";
import { markdown } from "../markdown/blocks.tsx";
import { plain } from "../markdown/plain.tsx";
import type { Outgoing } from "../outbox.ts";
import { words } from "../words.ts";
import { Avatar } from "./avatar.tsx";
import { Fate } from "./fate.tsx";

export interface MessageProps {
  author: EntryAuthor;
  text: string;
  /** Nothing for the greeting, which nobody wrote at any time. */
  at?: number;
  /** Set while it is under way from the visitor to the server. */
  outgoing?: Outgoing;
  onTryAgain?(): void;
  isFirst: boolean;
  isLast: boolean;
}

export class Message extends Component<MessageProps> {
  /** A long conversation is not parsed anew for each message. */
  override shouldComponentUpdate(next: MessageProps) {
    return (["text", "at", "outgoing", "isFirst", "isLast"] as const).some(
      (name) => next[name] !== this.props[name],
    );
  }

  override render({ author, text, at, outgoing, onTryAgain, isFirst, isLast }: MessageProps) {
    const isOwn = author.kind === "visitor";
    const person = author.kind === "agent" ? author : undefined;
    const name = isOwn ? words.you : (person?.name ?? words.assistant);
    return (
      <article aria-label={name} class={`${isOwn ? "own" : "other"}${isLast ? " last" : ""}`}>
        {!isOwn && isFirst && (
          <div class="author" aria-hidden="true">
            <Avatar name={person?.name} url={person?.avatarUrl} />
            {name}
          </div>
        )}
        <div class="text" dir="auto">
          {isOwn ? plain(text) : markdown(text)}
        </div>
        <Fate at={at} isOwn={isOwn} isSeen={isLast} outgoing={outgoing} onTryAgain={onTryAgain} />
      </article>
    );
  }
}
