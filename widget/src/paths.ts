/** What the launcher's icons are drawn by, in a square of 24. */
export const chat =
  "M12 4c-5 0-9 3.1-9 7 0 2.3 1.2 4.3 3 5.5L5.5 20l3.8-2.3c.8.2 1.7.3 2.7.3 5 0 9-3.1 9-7s-4-7-9-7Z";
export const down = "m6 9.5 6 6 6-6";
