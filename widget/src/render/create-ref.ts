export interface Ref {
  current: Element | null;
}

export const createRef = (): Ref => ({ current: null });
