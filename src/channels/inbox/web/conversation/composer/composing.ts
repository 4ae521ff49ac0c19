import { useEffect, useRef, useState } from "preact/hooks";
import { askedOfAssistant } from "../../../../../conversation/asked-of-assistant.ts";
import type { Conversation } from "../../../../../conversation/conversation.ts";
import type { Attachment } from "../../../../../conversation/message.ts";
import { maxTextLength } from "../../../../../conversation/message.ts";
import { memberId } from "../../kept.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { answeredMeanwhile } from "./answered-meanwhile.ts";
import { type Draft, draftIn, noDraft } from "./draft.ts";
import { giveUp, tryUploadAgain, type Upload, upload, uploadsIn } from "./uploads.ts";
import { useTyping } from "./use-typing.ts";

export type Composing = ReturnType<typeof useComposing>;

/** Pictures of files that were attached in this page, by the files' ids. */
const previews = new Map<string, string>();

/** What is being written in a conversation, and all that can be done with it. */
export function useComposing(open: OpenConversation, conversation: Conversation) {
  const draft = draftIn(open.id);
  const uploads = uploadsIn(open.id);
  const [refusal, setRefusal] = useState<string>();
  /** The answer of somebody else's the writer knows of and sends theirs all the same. */
  const [warnedOf, setWarnedOf] = useState(0);
  const typing = useTyping(open);
  const { text, files } = draft.value;

  // Nobody calls the assistant by name in words for a visitor.
  const note = draft.value.note || askedOfAssistant(text) !== undefined;
  const extra = text.trim().length - maxTextLength;
  const isUploading = uploads.value.some(({ problem }) => !problem);
  const hasFailed = uploads.value.some(({ problem }) => problem);
  const isReady =
    (text.trim() !== "" || files.length > 0) &&
    (note || conversation.status !== "closed") &&
    !isUploading &&
    !hasFailed &&
    extra <= 0;
  const view = open.view.value;
  const answered =
    note || view.state !== "ready" ? undefined : answeredMeanwhile(view.events, draft.value, memberId());

  const write = (changes: Partial<Draft>) => {
    const next = { ...draft.peek(), ...changes };
    const isEmpty = next.text.trim() === "" && next.files.length === 0;
    draft.value = { ...next, begunAt: isEmpty ? undefined : (next.begunAt ?? open.cursor()) };
    setRefusal(undefined);
    typing.writes(isEmpty ? undefined : note);
  };
  const options = {
    conversationId: open.id,
    count: files.length,
    arrived(attachment: Attachment, preview: string | undefined) {
      if (preview) previews.set(attachment.id, preview);
      const now = draft.peek();
      draft.value = { ...now, files: [...now.files, attachment], begunAt: now.begunAt ?? open.cursor() };
    },
  };
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (text.trim()) typing.writes(note);
  }, [note]);

  return {
    draft: draft.value,
    uploads: uploads.value,
    previews,
    note,
    isReady,
    /** Somebody else's answer that came while this was being written, and that the writer was told of. */
    answered,
    isWarned: answered !== undefined && warnedOf === answered.seq,
    /** What keeps it from being sent, in words. */
    problem:
      extra > 0
        ? `${extra} characters too long.`
        : hasFailed
          ? "Try again or remove what was not uploaded."
          : refusal,
    isUploading,
    write,
    setNote: (isNote: boolean) => write({ note: isNote }),
    typing,

    /** Returns whether it went off. The first time after somebody else has answered, it only says so. */
    send(): boolean {
      if (!isReady) return false;
      if (answered && warnedOf !== answered.seq) {
        setWarnedOf(answered.seq);
        return false;
      }
      const { suggestionId } = draft.peek();
      void open.send({ text, note, files, suggestionId: note ? undefined : suggestionId });
      draft.value = { ...noDraft, note: draft.peek().note };
      typing.writes(undefined);
      return true;
    },

    attach: (chosen: Iterable<File>) => setRefusal(upload(chosen, options)),
    remove: (file: Attachment) => write({ files: draft.peek().files.filter((other) => other !== file) }),
    giveUp: ({ key }: Upload) => giveUp(open.id, key),
    tryAgain: (failed: Upload) => tryUploadAgain(failed, options),
  };
}
