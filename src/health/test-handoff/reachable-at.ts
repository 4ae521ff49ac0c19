/** Where this server is reached: at its public address, or else only from this machine. */
export async function reachableAt(publicUrl: string, localUrl: string): Promise<string> {
  const answer = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  const body = await answer?.json().catch(() => undefined);
  return body?.status === "ok" ? publicUrl : localUrl;
}
