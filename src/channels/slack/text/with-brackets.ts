/** An address as people write it: within `[…](…)` its brackets have to be percent-encoded. */
export const withBrackets = (url: string) => url.replaceAll("%28", "(").replaceAll("%29", ")");
