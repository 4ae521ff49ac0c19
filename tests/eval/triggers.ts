/**
 * How well the handoff detector does on labelled messages: `npm run eval:triggers -- FILE.jsonl`.
 * A line is {"text": string, "handoff": boolean}; other fields are ignored. The last line printed is JSON.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { detectTrigger, type Trigger } from "../../src/assistant/triggers/index.ts";

const schema = z.object({ text: z.string(), handoff: z.boolean() });
type Example = z.infer<typeof schema>;

const path = process.argv[2];
if (path === undefined) stop("Name a file to evaluate: npm run eval:triggers -- FILE.jsonl");
const examples = parse(readText(path));
if (examples.length === 0) stop(`${path} holds no examples.`);

for (const { text } of examples.slice(0, 1_000)) detectTrigger(text);
const startedMs = performance.now();
const answers = examples.map((example) => ({ ...example, trigger: detectTrigger(example.text) }));
const elapsedMs = performance.now() - startedMs;

const wanted = answers.filter((answer) => answer.handoff);
const unwanted = answers.filter((answer) => !answer.handoff);
const misses = wanted.filter(({ trigger }) => trigger?.level !== "connect");
const falseAlarms = unwanted.filter(({ trigger }) => trigger?.level === "connect");
const offers = unwanted.filter(({ trigger }) => trigger?.level === "offer");

list("Misses", misses);
list("False alarms", falseAlarms);
console.log(
  JSON.stringify({
    recall: share(wanted.length - misses.length, wanted.length),
    falseAlarmRate: share(falseAlarms.length, unwanted.length),
    offerRate: share(offers.length, unwanted.length),
    n: examples.length,
    msPerMessage: Number((elapsedMs / examples.length).toFixed(4)),
  }),
);

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    return stop(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string): Example[] {
  return text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [parseLine(line, at + 1)]));
}

function parseLine(line: string, number: number): Example {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return stop(
      `Line ${number} of ${path} is not {"text": string, "handoff": boolean}: ${line.slice(0, 200)}`,
    );
  }
}

function list(title: string, found: readonly { text: string; trigger: Trigger | undefined }[]): void {
  console.log(`${title}: ${found.length}`);
  for (const { text, trigger } of found) {
    const verdict = trigger ? `${trigger.level}, ${trigger.rule}: "${trigger.matched}"` : "nothing";
    console.log(`  ${text}\n    → ${verdict}`);
  }
  console.log("");
}

/** null where there was nothing to count. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(6));
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
