import { PersonIcon, SparkIcon } from "./icons.tsx";

interface AvatarProps {
  /** Of a person; without it this is the assistant. */
  name?: string | undefined;
  url?: string | undefined;
  isWaiting?: boolean;
}

/** Stands beside a name that is written out, so it says nothing to a screen reader. Initials lie below the picture. */
export function Avatar({ name, url, isWaiting = false }: AvatarProps) {
  return (
    <span class={isWaiting ? "avatar waiting" : "avatar"} aria-hidden="true">
      {isWaiting ? <PersonIcon /> : name ? initials(name) : <SparkIcon />}
      {url && (
        <img
          key={url}
          src={url}
          alt=""
          referrerpolicy="no-referrer"
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
        />
      )}
    </span>
  );
}

/** Of the first and the last name. */
const initials = (name: string) =>
  name
    .trim()
    .match(/^.|(?<=\s).(?=\S*$)/gu)
    ?.join("");
