import type { KnownBlock, ModalView } from "@slack/types";
import type { Proposal } from "../../../knowledge/ports.ts";
import type { FieldErrors, Filled } from "../shortcuts/dialog.ts";

export const lessonEdited = "handoff_lesson_edited";

const fields = { question: "question", answer: "answer" };
const maxLength = { question: 300, phrase: 200, answer: 3_000 };

/** Better words for what is to be learned. */
export function lessonDialog({ id, kind, question, answer }: Proposal): ModalView {
  const isAnswer = kind === "answer";
  return {
    type: "modal",
    callback_id: lessonEdited,
    private_metadata: id,
    title: plain(isAnswer ? "Teach the assistant" : "Add a trigger phrase"),
    submit: plain("Approve"),
    close: plain("Cancel"),
    blocks: isAnswer
      ? [
          input(fields.question, "Question", { value: question, maxLength: maxLength.question }),
          input(fields.answer, "Answer", {
            ...{ value: answer, maxLength: maxLength.answer, isLong: true },
            hint: "Visitors are told this: leave out what concerns one of them alone.",
          }),
        ]
      : [
          input(fields.question, "Phrase", {
            ...{ value: question, maxLength: maxLength.phrase },
            hint: "Whoever writes it is handed to people at once.",
          }),
        ],
  };
}

/** A dialog that only says something. */
export const lessonSentence = (text: string): ModalView => ({
  type: "modal",
  title: plain("Teach the assistant"),
  close: plain("Close"),
  blocks: [{ type: "section", text: plain(text) }],
});

/** What was filled in; or what is wrong with it, by field. */
export function lessonFilled(
  filled: Filled,
): { question: string; answer?: string } | { errors: FieldErrors } {
  const question = filled[fields.question]?.text.trim() ?? "";
  const answer = filled[fields.answer]?.text.trim();
  if (question.length < 2) return { errors: { [fields.question]: "Write a few words." } };
  if (answer === "") return { errors: { [fields.answer]: "There is no answer yet." } };
  return { question, ...(answer !== undefined && { answer }) };
}

export const lessonError = (message: string): FieldErrors => ({ [fields.question]: message });

interface Input {
  value: string;
  maxLength: number;
  isLong?: boolean;
  hint?: string;
}

const input = (id: string, label: string, { value, maxLength, isLong = false, hint }: Input): KnownBlock => ({
  type: "input",
  block_id: id,
  label: plain(label),
  ...(hint ? { hint: plain(hint) } : {}),
  element: {
    ...{ type: "plain_text_input", action_id: "text", multiline: isLong, max_length: maxLength },
    initial_value: value.slice(0, maxLength),
  },
});

const plain = (text: string) => ({ type: "plain_text" as const, text });
