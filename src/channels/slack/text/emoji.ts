/** An emoji as the character everyone sees, where Slack says which; a workspace's own emoji stays `:its_name:`. */
export function emojiOf({ name, unicode }: { name: string; unicode?: string }): string {
  const points = unicode?.split("-").map((point) => Number.parseInt(point, 16)) ?? [];
  const isKnown = points.length > 0 && points.every((point) => point > 0 && point <= 0x10ffff);
  return isKnown ? String.fromCodePoint(...points) : `:${name}:`;
}
