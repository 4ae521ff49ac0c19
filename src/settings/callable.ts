/** Whom a step can call, by Slack's id. */
export interface Callable {
  id: string;
  /** Of a group, its handle without `@`. */
  name: string;
  isGroup: boolean;
}

/** As people write and read it: "@support-team", "Ana López". */
export const calledBy = ({ name, isGroup }: Callable): string => (isGroup ? `@${name}` : name);
