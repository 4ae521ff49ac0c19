/** Makes text safe inside mrkdwn: nothing in it can mention, link or ping. Exactly the three characters Slack asks for. */
export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** For places where formatting cannot be turned off: a zero-width space keeps `*`, `_`, `~` and backticks from pairing up. */
export const inert = (text: string) => escaped(text).replace(/[*_~`]/g, (mark) => `\u200b${mark}\u200b`);
