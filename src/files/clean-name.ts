const maxNameLength = 200;

/** Control characters, halves of characters, and those that turn the direction of writing, which can make `exe.gpj` read as `jpg.exe`. */
const invisible = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it may be shown, stand in a header and be saved under: no folders, nothing invisible, not too long. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(invisible, "").replaceAll(/\s+/g, " ").trim();
  return /^\.*$/.test(clean) ? "file" : shortened(clean);
}

/** The ending stays: it says what the file is. */
function shortened(name: string): string {
  if (name.length <= maxNameLength) return name;
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? "";
  return name.slice(0, maxNameLength - ending.length).replace(/[\ud800-\udbff]$/, "") + ending;
}
