import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import type { Delivery } from "../../conversations/protocol.ts";
import { fetched, inWords, posted } from "../api.ts";

const lookEveryMs = 15_000;
const lookAgainMs = 1_000;

export type Delivered = ReturnType<typeof useDelivery>;

/** Whether the open conversation got to Slack. Nobody tells a page when that was given up, so it asks. */
export function useDelivery({ id, seq }: Pick<Conversation, "id" | "seq">) {
  const [delivery, setDelivery] = useState<Delivery>({ state: "fine" });
  const [isRetrying, setRetrying] = useState(false);
  const [problem, setProblem] = useState<string>();
  const turn = useRef(0);
  const isAsking = useRef(false);

  // An answer that a later question has overtaken would show what is over.
  const take = async (ask: () => Promise<Delivery>) => {
    const mine = ++turn.current;
    const answer = await ask();
    if (mine !== turn.current) return;
    setDelivery(answer);
    if (answer.state !== "trying") setRetrying(false);
  };

  const look = () => {
    // What cannot be asked now is asked again; the page itself says when the server is gone.
    if (!isAsking.current) take(() => fetched<Delivery>(`${pathOf(id)}/delivery`)).catch(() => {});
  };

  useEffect(() => {
    turn.current++;
    setDelivery({ state: "fine" });
    setRetrying(false);
    setProblem(undefined);
  }, [id]);

  useEffect(() => {
    look();
    const soon = setTimeout(look, lookAgainMs);
    const timer = setInterval(
      () => document.visibilityState === "visible" && look(),
      isRetrying ? lookAgainMs : lookEveryMs,
    );
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [id, seq, isRetrying]);

  const retry = async () => {
    isAsking.current = true;
    setRetrying(true);
    setProblem(undefined);
    try {
      await take(() => posted<Delivery>(`${pathOf(id)}/retry`));
    } catch (error) {
      setRetrying(false);
      setProblem(inWords(error));
    } finally {
      isAsking.current = false;
    }
  };

  return { delivery, isRetrying, problem, retry };
}

const pathOf = (id: string) => `/api/conversations/${encodeURIComponent(id)}`;
