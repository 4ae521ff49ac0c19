import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../../conversation/conversation.ts";
import { fillIn } from "../../../../../settings/fill-in.ts";
import { session } from "../../sign-in/session.ts";
import { type Completion, completed, completionAt, withShortcode } from "./completion.ts";
import type { Composing } from "./composing.ts";
import { allEmoji, characterOf, loadEmoji } from "./emoji.ts";
import { findEmoji } from "./find-emoji.ts";
import { findReplies } from "./find-replies.ts";
import { followSavedReplies, savedReplies } from "./saved-replies.ts";

export interface Option {
  key: string;
  label: string;
  detail: string;
  /** What is written in place of what was typed. */
  insert: string;
}

export type Completions = ReturnType<typeof useCompletions>;

interface Props {
  box: RefObject<HTMLTextAreaElement | null>;
  conversation: Conversation;
  composing: Composing;
}

const maxOptions = 8;

/** What is offered while one writes: saved replies after `/`, emoji after `:`. */
export function useCompletions({ box, conversation, composing }: Props) {
  const [completion, setCompletion] = useState<Completion>();
  const [at, setAt] = useState(0);
  const caret = useRef<number | undefined>(undefined);
  const options = completion ? optionsFor(completion, conversation) : [];
  const active = options[Math.min(at, options.length - 1)];

  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const found = selectionStart === selectionEnd ? completionAt(value, selectionStart) : undefined;
    if (found?.kind === "reply") followSavedReplies();
    if (value.includes(":")) void loadEmoji();
    if (found?.kind !== completion?.kind || found?.query !== completion?.query) setAt(0);
    setCompletion(found);
  };
  const put = (next: { text: string; caret: number }) => {
    caret.current = next.caret;
    composing.write({ text: next.text });
    setCompletion(undefined);
    box.current?.focus();
  };
  const choose = ({ insert }: Option) => {
    if (completion) put(completed(composing.draft.text, completion, insert));
  };

  return {
    completion,
    options,
    active,
    choose,
    close: () => setCompletion(undefined),

    typed({ currentTarget }: { currentTarget: HTMLTextAreaElement }): void {
      const { value, selectionStart } = currentTarget;
      const turned = withShortcode(value, selectionStart, characterOf);
      if (turned) {
        put(turned);
        return;
      }
      const { suggestionId } = composing.draft;
      composing.write({ text: value, suggestionId: value.trim() ? suggestionId : undefined });
      look(currentTarget);
    },

    moved({ currentTarget }: { currentTarget: HTMLTextAreaElement }): void {
      if (completion) look(currentTarget);
    },

    /** Writes something where the caret is. */
    insert(text: string): void {
      const { selectionStart = 0, selectionEnd = 0, value = "" } = box.current ?? {};
      put(completed(value, { from: selectionStart, to: selectionEnd }, text));
    },

    /** Opens the list of saved replies as if `/` had been typed on a line of its own. */
    begin(): void {
      const { text } = composing.draft;
      const mark = text === "" || text.endsWith("\n") ? "/" : "\n/";
      composing.write({ text: text + mark });
      caret.current = text.length + mark.length;
      followSavedReplies();
      setCompletion(completionAt(text + mark, text.length + mark.length));
      box.current?.focus();
    },

    /** Whether the key was meant for the list. */
    press(event: KeyboardEvent): boolean {
      if (!completion) return false;
      if (event.key === "Escape") setCompletion(undefined);
      else if (options.length === 0) return false;
      else if (event.key === "ArrowDown") setAt((at + 1) % options.length);
      else if (event.key === "ArrowUp") setAt((at - 1 + options.length) % options.length);
      else if ((event.key === "Enter" || event.key === "Tab") && active) choose(active);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },

    /** For the text box: which option is the chosen one. */
    described: {
      "aria-autocomplete": "list" as const,
      "aria-controls": completion ? "completions" : undefined,
      "aria-activedescendant": active ? `completion-${active.key}` : undefined,
    },
  };
}

function optionsFor({ kind, query }: Completion, { visitor }: Conversation): Option[] {
  if (kind === "emoji")
    return findEmoji(allEmoji.value, query, maxOptions).map(({ character, names }) => ({
      key: names[0] ?? character,
      label: character,
      detail: `:${names[0] ?? ""}:`,
      insert: `${character} `,
    }));

  if (savedReplies.value.state !== "read") return [];
  const agent = session.value.state === "in" ? session.value.member.name : "";
  return findReplies(savedReplies.value.all, query, maxOptions).map(({ name, text }, index) => {
    const insert = fillIn(text, { visitor: visitor.name, agent });
    return { key: String(index), label: name, detail: insert, insert };
  });
}
