import type { Refusal } from "../../protocol.ts";
import { inWords, Refused } from "../api.ts";
import { signedOut } from "../sign-in/session.ts";

/** Posts, and passes on each line of the answer as soon as it comes. Throws `Refused`. */
export async function linesFrom<Line>(path: string, tell: (line: Line) => void): Promise<void> {
  const response = await fetch(path, { method: "POST" }).catch(() => {
    throw new Refused(0, "The server cannot be reached. Check your connection.");
  });
  if (response.status === 401) signedOut();
  if (!response.ok || !response.body) throw await refusalOf(response);

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refused(0, "The connection was lost on the way. The test still cleans up after itself.");
    });
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) tell(JSON.parse(line) as Line);
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const body = (await response.json().catch(() => undefined)) as Refusal | undefined;
  return new Refused(response.status, body?.error.message ?? inWords(undefined));
}
