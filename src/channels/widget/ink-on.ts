/** The lightest colour (by luminance, from 0 to 1) on which white is legible, 4.5 to 1. On lighter ones black is. */
const lightest = 0.183;

/** Black or white, whichever can be read on a colour such as `#1a73e8`. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // Relative luminance, as WCAG 2.2 defines it.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > lightest ? "#000000" : "#ffffff";
}
