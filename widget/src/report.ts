/** Tells whoever builds the website what to set right. Visitors do not read the console. */
export const report = (message: string) => console.error(`[Live Handoff] ${message}`);
