/** A face, or initials on a colour that is always the same for the same name. */
export function Avatar({
  name,
  url,
  kind,
}: {
  name: string;
  url?: string | undefined;
  kind: "visitor" | "agent" | "assistant";
}) {
  if (url) return <img class="avatar" src={url} alt="" referrerpolicy="no-referrer" />;
  return (
    <span class={`avatar avatar-${kind} hue-${hueOf(name)}`} aria-hidden="true">
      {kind === "assistant" ? "✦" : initialsOf(name)}
    </span>
  );
}

const hueOf = (name: string) =>
  [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 997, 7) % 6;

function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, "")
    .split(/[\s._-]+/)
    .filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
