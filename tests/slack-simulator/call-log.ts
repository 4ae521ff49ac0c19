export interface RecordedCall {
  method: string;
  args: Record<string, unknown>;
  at: number;
  /** "ok", the error Slack answered, or what became of the response. */
  outcome: string;
}

export type CallLog = ReturnType<typeof createCallLog>;

export function createCallLog() {
  const calls: RecordedCall[] = [];
  return {
    record: (call: RecordedCall) => void calls.push(call),
    all: (method?: string) => calls.filter((call) => !method || call.method === method),
  };
}
