const mostSteps = 4;

/** Round numbers from 0 to at least `most`, few enough to read: 0, 50, 100, 150. */
export function ticksTo(most: number): number[] {
  const rough = most / mostSteps;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * magnitude).find((each) => each >= rough) ?? 1);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}
