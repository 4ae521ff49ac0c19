/** A page cannot be had; the message says why and what to do, for the admin who asked for it. */
export class CannotFetch extends Error {
  override readonly name = "CannotFetch";
}
