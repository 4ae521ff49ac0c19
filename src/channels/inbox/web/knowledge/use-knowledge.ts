import { useEffect, useRef, useState } from "preact/hooks";
import type { KnowledgePage } from "../../knowledge/protocol.ts";
import { ask, fetched, inWords } from "../api.ts";
import { settingsMoved } from "../settings/moved.ts";

export type KnowledgeDesk = ReturnType<typeof useKnowledge>;

/** While a page is being fetched, how it got on is looked up so often. */
const lookEveryMs = 1_000;

/** What the assistant may say, and what is done with it. Every change is answered with all there is. */
export function useKnowledge() {
  const [page, setPage] = useState<KnowledgePage>();
  const [problem, setProblem] = useState<string>();
  const turns = useRef({ asked: 0, shown: 0 });

  const read = async (asked: Promise<KnowledgePage>) => {
    const mine = ++turns.current.asked;
    const answer = await asked;
    // An answer from before a change would take it back on the screen.
    if (mine < turns.current.shown) return;
    turns.current.shown = mine;
    setPage(answer);
  };
  const load = () => {
    setProblem(undefined);
    read(fetched<KnowledgePage>("/api/knowledge")).catch((error: unknown) => setProblem(inWords(error)));
  };
  useEffect(load, [settingsMoved.value]);

  const isFetching = page?.articles.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (!isFetching) return;
    const timer = setInterval(load, lookEveryMs);
    return () => clearInterval(timer);
  }, [isFetching]);

  /** Throws what the server refuses, for the form it came from. */
  const change = (method: string, path: string, body?: object) =>
    read(ask<KnowledgePage>(method, `/api/knowledge/${path}`, body));

  return { page, problem, load, change };
}

export const articlePath = (id: string) => `articles/${encodeURIComponent(id)}`;
export const proposalPath = (id: string, verdict: "approve" | "reject") =>
  `proposals/${encodeURIComponent(id)}/${verdict}`;
