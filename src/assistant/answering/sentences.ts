export interface Split {
  /** Whole sentences, each with the space after it. */
  whole: string[];
  /** What has begun and may go on. */
  rest: string;
}

const ending = /[.!?…]+["'”’»)\]*_]*\s+|[。！？]+\s*|\n\s*/gu;

/** "1." begins a list and "z. B." an example: neither ends a sentence. */
const beginning = /(?:^|\n)\s*\d+\.\s+$|(?:^|[\s(])\p{L}\.\s+$/u;

/** Splits a text that is still being written. What stands in one line belongs together until it ends. */
export function split(text: string): Split {
  const whole: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(ending)) {
    const sentence = text.slice(from, index + end.length);
    if (beginning.test(sentence)) continue;
    whole.push(sentence);
    from = index + end.length;
  }
  return { whole, rest: text.slice(from) };
}

/** All sentences of a text that is finished. */
export function sentencesOf(text: string): string[] {
  const { whole, rest } = split(text);
  return [...whole, rest].filter(Boolean);
}
