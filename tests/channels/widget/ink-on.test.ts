import fc from "fast-check";
import { expect, test } from "vitest";
import { inkOn } from "../../../src/channels/widget/ink-on.ts";

test("one can read on every colour a site may choose", () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(part, part, part), (parts) => {
      const colour = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(...colours: [string, string]): number {
  const [one, other] = colours.map(luminance);
  return (Math.max(one ?? 0, other ?? 0) + 0.05) / (Math.min(one ?? 0, other ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const parts = colour.match(/[0-9a-f]{2}/g) ?? [];
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = Number(`0x${part}`) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
