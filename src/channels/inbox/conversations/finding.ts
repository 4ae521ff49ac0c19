import { Router } from "express";
import type { Directory, Summary } from "../../../conversation/directory.ts";
import type { Readings } from "../../../conversation/readings.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { listingOf } from "./listing-of.ts";
import { type Counts, type Filters, type Listed, type ListedPage, ListQuery } from "./protocol.ts";
import { snippetOf } from "./snippet.ts";

interface Options {
  directory: Directory;
  readings: Pick<Readings, "of">;
  guard: Guard;
}

/** Lists of conversations, as each member sees them. */
export function createFinding({ directory, readings, guard }: Options): Router {
  const router = Router();

  router.get(
    "/conversations",
    guard.member(async (member, request, response) => {
      const query = ListQuery.parse(request.query);
      const { summaries, cursor } = await directoryOf(member, directory).list(listingOf(query, member));
      const ids = summaries.map(({ conversation }) => conversation.id);
      const readAt = await readings.of(member.id, ids);
      const listed = (summary: Summary): Listed => ({
        ...summary,
        found: summary.found && snippetOf(summary.found, query.search ?? ""),
        readAt: readAt[summary.conversation.id],
      });
      response.json({ summaries: summaries.map(listed), cursor } satisfies ListedPage);
    }),
  );

  router.get(
    "/conversations/counts",
    guard.member(async (member, _request, response) => {
      const { count } = directoryOf(member, directory);
      const [waiting, mine, missed] = await Promise.all([
        count({ status: "waiting" }),
        count({ status: "open", agentId: member.id }),
        count({ missed: true }),
      ]);
      response.json({ waiting, mine, missed } satisfies Counts);
    }),
  );

  router.get(
    "/conversations/filters",
    guard.member(async (member, _request, response) => {
      const agents = await directoryOf(member, directory).attendants();
      response.json({ agents } satisfies Filters);
    }),
  );

  return router;
}
