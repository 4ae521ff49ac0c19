/** What somebody typed cannot be read; the message says which part, and what to write instead. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}
