import { Component } from "preact";
import { PersonIcon, SparkIcon } from "./icons.tsx";

interface AvatarProps {
  /** Of a person; without it this is the assistant. */
  name?: string | undefined;
  url?: string | undefined;
  isWaiting?: boolean;
}

/** A picture beside a name that is written out, so it says nothing to a screen reader. */
export class Avatar extends Component<AvatarProps, { broken?: string }> {
  override render({ name, url, isWaiting }: AvatarProps) {
    const kind = isWaiting ? " waiting" : "";
    return (
      <span class={`avatar${kind}`} aria-hidden="true">
        {url && url !== this.state.broken ? (
          <img src={url} alt="" referrerpolicy="no-referrer" onError={() => this.setState({ broken: url })} />
        ) : isWaiting ? (
          <PersonIcon />
        ) : name ? (
          initials(name)
        ) : (
          <SparkIcon />
        )}
      </span>
    );
  }
}

/** Of the first and the last name. */
function initials(name: string): string {
  const [first, ...rest] = name.trim().split(/\s+/);
  return [first, rest.at(-1)].map((word) => [...(word ?? "")][0] ?? "").join("");
}
