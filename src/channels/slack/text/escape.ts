/** Makes text safe inside mrkdwn: nothing in it can mention, link or ping. Exactly the three characters Slack asks for. */
export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** For places where mrkdwn cannot be turned off: also keeps `*`, `_`, `~` and backticks from formatting. */
export const inert = (text: string) => escaped(text).replace(/[*_~`]/g, (mark) => `${mark}\u2060`);
