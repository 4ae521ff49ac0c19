const link = /\[([^\][]*)\]\((\S+?)(?:\s+"[^"]*")?\)|<?(https?:\/\/[^\s<>)\]]+)>?/g;

/** A reply in which links lead only where something that was given leads: an invented one stays as its words. */
export function withGivenLinks(reply: string, given: readonly string[]): string {
  const isGiven = (url: string) => given.some((text) => text.includes(url.replace(/[.,;:!?]+$/, "")));
  return reply.replaceAll(link, (whole: string, words?: string, target?: string, bare?: string) => {
    if (isGiven(target ?? bare ?? "")) return whole;
    return target === undefined ? "" : (words ?? "");
  });
}
