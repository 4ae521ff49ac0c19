/** Whether `work` is over before a timer set at the same time strikes: on a busy machine both are late. */
export function isOverWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new Promise<boolean>((resolve) => setTimeout(resolve, ms, false).unref());
  return Promise.race([work.then(() => true), timer]);
}
