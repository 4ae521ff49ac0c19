/**
 * A random UUID: the browser names what it is to keep by one. `crypto.randomUUID` does not exist on pages served over
 * plain http; this does.
 */
export function newId(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}
