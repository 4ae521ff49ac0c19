import { useEffect, useState } from "preact/hooks";
import type { Report } from "../../analytics/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { type Chosen, scopeOf } from "./ranges.ts";

/** While numbers are counted, and as long as the page is looked at. */
const countingMs = 2_000;
const refreshMs = 60_000;

/**
 * The report on what was chosen. The last one stays until the next is there, so nothing jumps; numbers are read anew each
 * minute in which somebody looks.
 */
export function useReport(chosen: Chosen) {
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<string>();
  const [isLoading, setLoading] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const asked = scopeOf(chosen).toString();
  const again = () => setAttempt((before) => before + 1);

  useEffect(() => {
    let isCurrent = true;
    setLoading(true);
    fetched<Report>(`/api/analytics?${asked}`)
      .then(
        (read) => {
          if (!isCurrent) return;
          setReport(read);
          setProblem(undefined);
        },
        (error: unknown) => isCurrent && setProblem(inWords(error)),
      )
      .finally(() => isCurrent && setLoading(false));
    return () => {
      isCurrent = false;
    };
  }, [asked, attempt]);

  useEffect(() => {
    const timer = setTimeout(
      () => document.visibilityState === "visible" && again(),
      report?.counting ? countingMs : refreshMs,
    );
    const looked = () => document.visibilityState === "visible" && again();
    document.addEventListener("visibilitychange", looked);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", looked);
    };
  }, [report]);

  return { report, problem, isLoading, again };
}
