/** What every name begins with under which the widget remembers something about a site. */
export const memoryPrefix = (siteKey: string) => `live-handoff:${siteKey}:`;
