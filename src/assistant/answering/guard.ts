import { isPromise } from "../promises/index.ts";

/** Why a sentence must not be said; undefined when it may. */
export type Guard = (sentence: string) => "promise" | "inside" | undefined;

/** So many words in a row are no coincidence. */
const run = 7;

/**
 * Reads each sentence before a visitor does. A promise of people is the server's to make. What is `inside` is not told:
 * whoever gets a model to recite its orders gets nothing of them. `isTheirs`: people have said so themselves.
 */
export function createGuard(
  inside: readonly string[],
  isTheirs: (sentence: string) => boolean = () => false,
): Guard {
  const secrets = new Set(inside.flatMap(runsOf));
  const verdicts = new Map<string, ReturnType<Guard>>();

  function judge(sentence: string): ReturnType<Guard> {
    if (sentence.includes("handoff_to_human") || runsOf(sentence).some((words) => secrets.has(words)))
      return "inside";
    return isPromise(sentence) && !isTheirs(sentence) ? "promise" : undefined;
  }

  return (sentence) => {
    if (!verdicts.has(sentence)) verdicts.set(sentence, judge(sentence));
    return verdicts.get(sentence);
  };
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? [];
  return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(" "));
}
