/** Closed conversations are kept for so many days, or for ever. */
export const maxKeepDays = 3650;
