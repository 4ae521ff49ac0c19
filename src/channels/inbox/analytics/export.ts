import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { type History, histories } from "../../../analytics/histories.ts";
import type { Analytics } from "../../../analytics/index.ts";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { Directory } from "../../../conversation/directory.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { HttpError } from "../../../http/errors.ts";
import type { Privacy } from "../../../privacy/index.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { csvLine } from "./csv.ts";
import { ExportQuery } from "./protocol.ts";
import { scopeFor } from "./scope.ts";
import { type Line, transcriptOf } from "./transcript.ts";

interface Options {
  store: ConversationStore;
  directory: Directory;
  analytics: Pick<Analytics, "list" | "catchUp">;
  guard: Guard;
  privacy?: Pick<Privacy, "rightsOf" | "exported" | "asSaid"> | undefined;
}

/** Where transcripts are read. */
type Source = Pick<Options, "store" | "directory">;

const columns = ["conversation", "site", "visitor", "time", "author", "name", "text", "note"] as const;

/**
 * All transcripts, those of conversations active in a range, or one, streamed: memory holds one conversation at a time.
 * Each is whole, and without the team's notes unless they are asked for: a file is passed on. `?unmasked` is for those who
 * may reveal what is masked. What is taken out is on the record.
 */
export function createExport({ analytics, guard, privacy, ...masked }: Options): Router {
  const router = Router();

  router.get(
    "/export.csv",
    guard.member(async (member, request, response) => {
      const past = await wanted(member, request);
      response.attachment("conversations.csv").type("text/csv; charset=utf-8");
      await stream(response, csv(past));
    }),
  );

  router.get(
    "/export.jsonl",
    guard.member(async (member, request, response) => {
      const past = await wanted(member, request);
      response.attachment("conversations.jsonl").type("application/jsonl; charset=utf-8");
      await stream(response, jsonl(past));
    }),
  );

  return router;

  async function wanted(member: TeamMember, request: Request): Promise<AsyncIterable<Line[]>> {
    const { conversation: id, from, to, site, agent, notes, unmasked } = ExportQuery.parse(request.query);
    const withNotes = notes === "1";
    const isMasked = unmasked === undefined;
    if (!isMasked && !(await privacy?.rightsOf(member))?.mayReveal)
      throw new HttpError(403, "Only those who may reveal what is masked can export it.");
    const source: Source = (!isMasked && privacy?.asSaid) || masked;
    const opened = id === undefined ? undefined : await guard.opened(member, id);
    await privacy?.exported(member.name, { conversationId: opened?.id, isMasked });
    if (opened) return linesOf([await whole(source, opened)], withNotes);
    if (from === undefined || to === undefined)
      return linesOf(histories({ ...source, directory: directoryOf(member, source.directory) }), withNotes);
    return linesOf(activeIn({ from, to, site, agent }, member, source), withNotes);
  }

  async function* activeIn(
    asked: Parameters<typeof scopeFor>[0],
    member: TeamMember,
    source: Source,
  ): AsyncGenerator<History> {
    await analytics.catchUp();
    const scope = scopeFor(asked, member);
    const told = new Set<string>();
    let after: string | undefined;
    do {
      const page = await analytics.list({ scope, measure: "conversations", after, limit: 100 });
      for (const { conversation } of page.summaries) {
        // Someone may move in the list meanwhile.
        if (told.has(conversation.id)) continue;
        told.add(conversation.id);
        yield whole(source, conversation);
      }
      after = page.cursor;
    } while (after !== undefined);
  }

  /** As the source tells it. */
  async function whole({ store }: Source, known: Conversation): Promise<History> {
    const conversation = (await store.find(known.id)) ?? known;
    return { conversation, events: await store.eventsAfter(conversation.id, 0) };
  }
}

async function* linesOf(
  past: AsyncIterable<History> | Iterable<History>,
  withNotes: boolean,
): AsyncGenerator<Line[]> {
  for await (const history of past) yield transcriptOf(history).filter(({ note }) => withNotes || !note);
}

async function* csv(transcripts: AsyncIterable<Line[]>): AsyncGenerator<string> {
  // The mark at the front is how Excel knows that this is UTF-8.
  yield `\uFEFF${csvLine([...columns])}`;
  for await (const lines of transcripts) yield lines.map(asCsv).join("");
}

const asCsv = (line: Line) => csvLine(columns.map((column) => String(line[column])));

async function* jsonl(transcripts: AsyncIterable<Line[]>): AsyncGenerator<string> {
  for await (const lines of transcripts) yield lines.map((line) => `${JSON.stringify(line)}\n`).join("");
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
