import { useEffect, useState } from "preact/hooks";
import type { Receipt } from "../../privacy/protocol.ts";
import { fetched, inWords, posted } from "../api.ts";

const lookAgainMs = 2_000;
/** When it could not be read: whoever is to answer is given some time. */
const tryAgainMs = 10_000;

interface Problem {
  /** What could not be done. */
  doing: "reading" | "retrying";
  words: string;
}

/** What became of everything of an erased conversation; read again until all is done. */
export function useReceipt(id: string) {
  const [receipt, setReceipt] = useState<Receipt>();
  const [problem, setProblem] = useState<Problem>();
  const [hasRetried, setRetried] = useState(false);
  const [looks, setLooks] = useState(0);
  const path = `/api/privacy/erasures/${encodeURIComponent(id)}`;

  async function take(doing: Problem["doing"], loading: Promise<Receipt>): Promise<void> {
    try {
      setReceipt(await loading);
      setProblem(undefined);
    } catch (error) {
      setProblem({ doing, words: inWords(error) });
    }
    setLooks((before) => before + 1);
  }
  const look = () => take("reading", fetched<Receipt>(path));

  useEffect(() => void look(), [path]);
  useEffect(() => {
    if (looks === 0 || (!problem && receipt?.doneAt !== undefined)) return;
    const timer = setTimeout(() => void look(), problem ? tryAgainMs : lookAgainMs);
    return () => clearTimeout(timer);
  }, [looks]);

  return {
    ...{ receipt, problem, look },
    download: `${path}?download`,
    /** Asks for what stays to be removed once more. */
    retry: () => {
      setRetried(true);
      return take("retrying", posted<Receipt>(`${path}/retry`));
    },
    isTrying: hasRetried && !problem && receipt?.doneAt === undefined,
  };
}
