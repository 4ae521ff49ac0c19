/** What an SMS may say: our own words and a link, never a visitor's or a model's, in GSM-7 so that it is one segment. */
export function waitingText(count: number, link: string): string {
  const who =
    count === 1 ? "A visitor waits for you in the chat." : `${count} visitors wait for you in the chat.`;
  return `${who} ${link}`;
}

export const testText = (link: string) => `This is a test of Live Handoff: SMS notifications work. ${link}`;
