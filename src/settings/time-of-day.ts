const hourMinutes = 60;

/** A time as somebody typed it. `half` is what was written behind it; without it "5" may mean either. */
export interface TypedTime {
  /** Since midnight, to 1440. */
  minutes: number;
  half: "am" | "pm" | undefined;
  /** Hours alone: "9" rather than "9:00". */
  isBare: boolean;
}

/** "9", "9:30", "9.30", "17h", "9am", "5:30pm", "noon", "midnight", "24:00"; undefined for anything else. */
export function timeOfDayFrom(text: string): TypedTime | undefined {
  if (text === "noon") return { minutes: 12 * hourMinutes, half: undefined, isBare: false };
  if (text === "midnight") return { minutes: 0, half: undefined, isBare: false };

  const parts = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s?(?:(a|p)\.?m\.?)?$/i.exec(text);
  if (!parts) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  const half = parts[3] && (parts[3].toLowerCase() === "a" ? "am" : "pm");
  if (minute >= hourMinutes || (half && (hour < 1 || hour > 12))) return undefined;

  const ofDay = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  const minutes = ofDay * hourMinutes + minute;
  if (minutes > 24 * hourMinutes) return undefined;
  return { minutes, half: half || undefined, isBare: parts[2] === undefined && !half };
}

/** "9:00", "17:30", "24:00". */
export const timeOfDayInWords = (minutes: number): string =>
  `${Math.floor(minutes / hourMinutes)}:${String(minutes % hourMinutes).padStart(2, "0")}`;
