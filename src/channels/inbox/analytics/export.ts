import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { type History, histories } from "../../../analytics/histories.ts";
import type { Directory } from "../../../conversation/directory.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { csvLine } from "./csv.ts";
import { type Line, transcriptOf } from "./transcript.ts";

interface Options {
  store: ConversationStore;
  directory: Directory;
  guard: Guard;
}

const columns = ["conversation", "site", "visitor", "time", "author", "name", "text", "note"] as const;

/** All transcripts, or one with `?conversation=ID`, streamed: memory holds one conversation at a time. */
export function createExport({ store, directory, guard }: Options): Router {
  const router = Router();

  router.get(
    "/export.csv",
    guard.member(async (member, request, response) => {
      response.attachment("conversations.csv").type("text/csv; charset=utf-8");
      await stream(response, csv(await wanted(member, request.query.conversation)));
    }),
  );

  router.get(
    "/export.jsonl",
    guard.member(async (member, request, response) => {
      response.attachment("conversations.jsonl").type("application/jsonl; charset=utf-8");
      await stream(response, jsonl(await wanted(member, request.query.conversation)));
    }),
  );

  return router;

  async function wanted(member: TeamMember, id: unknown): Promise<Histories> {
    if (id === undefined) return histories({ store, directory: directoryOf(member, directory) });
    const conversation = await guard.opened(member, id);
    return [{ conversation, events: await store.eventsAfter(conversation.id, 0) }];
  }
}

type Histories = AsyncIterable<History> | Iterable<History>;

async function* csv(past: Histories): AsyncGenerator<string> {
  // The mark at the front is how Excel knows that this is UTF-8.
  yield `\uFEFF${csvLine([...columns])}`;
  for await (const history of past) yield transcriptOf(history).map(asCsv).join("");
}

const asCsv = (line: Line) => csvLine(columns.map((column) => String(line[column])));

async function* jsonl(past: Histories): AsyncGenerator<string> {
  for await (const history of past)
    yield transcriptOf(history)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join("");
}

/** A reader who goes away half-way is no error; a failure half-way breaks the download off, so it is seen. */
async function stream(response: Response, chunks: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), response);
  } catch (error) {
    if (!response.destroyed || !isGone(error)) throw error;
  }
}

const isGone = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
