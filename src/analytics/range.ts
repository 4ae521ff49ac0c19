/** From `from` up to, not including, `to`; milliseconds since 1970, both at the start of a quarter hour. */
export interface Range {
  from: number;
  to: number;
}

export const quarterMs = 15 * 60 * 1000;

/** The quarter hour since 1970 a moment lies in. Days begin at one in every time zone there is. */
export const quarterOf = (at: number) => Math.floor(at / quarterMs);

/** The same time just before. */
export const before = ({ from, to }: Range): Range => ({ from: from - (to - from), to: from });
