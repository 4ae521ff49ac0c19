const names = [
  ["mondays", "montags"],
  ["tuesdays", "dienstags"],
  ["wednesdays", "mittwochs"],
  ["thursdays", "donnerstags"],
  ["fridays", "freitags"],
  ["saturdays", "samstags"],
  ["sundays", "sonntags"],
];

/** 1 for Monday to 7 for Sunday, from "Mo", "tues.", "Wednesday", "Thursdays"; undefined for anything else. */
export function weekDayFrom(text: string): number | undefined {
  const name = text.toLowerCase().replace(/\.$/, "");
  if (name.length < 2) return undefined;
  const index = names.findIndex((day) => day.some((whole) => whole.startsWith(name)));
  return index === -1 ? undefined : index + 1;
}
