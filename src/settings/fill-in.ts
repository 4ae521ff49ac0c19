/** What stands for names in a saved reply. A visitor without a name leaves no gap: "Hi {visitor}," reads "Hi,". */
export function fillIn(
  text: string,
  { visitor, agent }: { visitor: string | undefined; agent: string },
): string {
  const named = visitor?.trim();
  return text
    .replace(/( ?)\{visitor\}/gi, (_, space: string) => (named ? `${space}${named}` : ""))
    .replace(/\{agent\}/gi, () => agent)
    .trim();
}
