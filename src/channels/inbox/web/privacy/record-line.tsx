import type { AuditLine } from "../../privacy/protocol.ts";
import { counted } from "../elements/counted.ts";
import { Link } from "../elements/link.tsx";
import { exactly } from "../elements/times.ts";
import { pathOf } from "../route.ts";

export interface SiteName {
  key: string;
  name: string;
}

/** One thing somebody did, and when. */
export const RecordLine = ({ line, sites }: { line: AuditLine; sites: readonly SiteName[] }) => (
  <p>
    <b>{line.by}</b> <Done line={line} sites={sites} />{" "}
    <time dateTime={new Date(line.at).toISOString()}>{exactly(line.at)}</time>
  </p>
);

function Done({ line, sites }: { line: AuditLine; sites: readonly SiteName[] }) {
  switch (line.kind) {
    case "revealed":
      return (
        <>
          looked at what is masked in <Link href={pathOf(line.conversationId)}>a conversation</Link>
        </>
      );
    case "exported":
      return (
        <>
          exported{" "}
          {line.conversationId ? (
            <Link href={pathOf(line.conversationId)}>a conversation</Link>
          ) : (
            "conversations"
          )}
          {!line.isMasked && (
            <>
              {" "}
              <span class="badge badge-alarm">unmasked</span>
            </>
          )}
        </>
      );
    case "erased":
      return (
        <>
          erased a conversation · <Link href={pathOf(line.conversationId)}>Receipt</Link>
        </>
      );
    case "retained":
      return (
        <>
          erased {counted(line.count, "conversation")} of {nameOf(line.siteKey, sites)} whose time was over
        </>
      );
  }
}

export const nameOf = (siteKey: string, sites: readonly SiteName[]) =>
  sites.find(({ key }) => key === siteKey)?.name ?? siteKey;
