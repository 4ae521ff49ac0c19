export type Discreet = (text: string) => string;

/** Takes secrets out of a text that people see: those that are known, and passwords in addresses. */
export function createDiscreet(secrets: readonly (string | undefined)[]): Discreet {
  const known = secrets
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret.length >= 6)
    .sort((one, other) => other.length - one.length);

  return (text) =>
    known
      .reduce((left, secret) => left.replaceAll(secret, "…"), text)
      .replaceAll(/(\w:\/\/[^\s/:@]*):[^\s/@]+@/g, "$1:…@")
      .replaceAll(/\bx(?:ox[a-z]|app)-[\w-]{6,}/g, "…");
}
