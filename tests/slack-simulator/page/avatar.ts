const colors = ["#7c3a80", "#2f6f8f", "#3a7d57", "#a8552f", "#8f3f5e", "#4a57a3", "#6d6a2c"];

/** A square with a first letter, in a color that stays with its owner. */
export function avatar(name: string, id: string): string {
  const color = colors[[...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % colors.length];
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? "?";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><rect width="72" height="72" fill="${color}"/><text x="36" y="48" text-anchor="middle" font-family="system-ui,sans-serif" font-size="34" font-weight="600" fill="#fff">${letter}</text></svg>`;
}
