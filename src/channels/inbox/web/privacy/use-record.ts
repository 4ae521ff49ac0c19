import { useEffect, useState } from "preact/hooks";
import type { AuditLine, PrivacyPage } from "../../privacy/protocol.ts";
import { fetched, inWords } from "../api.ts";

/** The record under some conditions, the latest first, as far back as was asked for. */
export function useRecord(conditions: string) {
  const [page, setPage] = useState<PrivacyPage>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);

  async function read(before?: AuditLine): Promise<PrivacyPage> {
    const query = new URLSearchParams(conditions);
    if (before) query.set("before", before.id);
    return fetched<PrivacyPage>(`/api/privacy?${query}`);
  }

  useEffect(() => {
    let isCurrent = true;
    setProblem(undefined);
    read().then(
      (first) => isCurrent && setPage(first),
      (error: unknown) => isCurrent && setProblem(inWords(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [conditions, attempt]);

  return {
    ...{ page, problem, isBusy },
    again: () => setAttempt(attempt + 1),

    async older(): Promise<void> {
      const last = page?.audit.at(-1);
      if (!page || !last) return;
      setBusy(true);
      try {
        const next = await read(last);
        setPage({ ...page, audit: [...page.audit, ...next.audit], goesOn: next.goesOn });
        setProblem(undefined);
      } catch (error) {
        setProblem(inWords(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
