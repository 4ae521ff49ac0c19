import { isOpen } from "../../../conversation/conversation.ts";
import type { Listener } from "../../../conversation/listener.ts";
import { isTestVisitor } from "../../../conversation/test-visitor.ts";

type Hear = Listener["hear"];

export type TestGuard = ReturnType<typeof createTestGuard>;

/** A test handoff that is over brings nothing to Slack any more, however much was still owed. */
export function createTestGuard(hear: Hear) {
  const underWay = new Map<string, Promise<void>>();

  return {
    async hear(delivery: Parameters<Hear>[0]): Promise<void> {
      const { conversation } = delivery;
      if (!isTestVisitor(conversation.visitor.id)) return hear(delivery);
      if (!isOpen(conversation)) return;
      const work = hear(delivery);
      const settled = work.then(
        () => {},
        () => {},
      );
      underWay.set(conversation.id, settled);
      await work.finally(() => underWay.delete(conversation.id));
    },

    /** Resolves when what was being brought to Slack is there, or has failed. */
    settled: (conversationId: string): Promise<void> => underWay.get(conversationId) ?? Promise.resolve(),
  };
}
