/** How one thing is: it works, it works but…, it does not, or it is not there on purpose. */
export interface Found {
  state: "ok" | "warn" | "broken" | "off";
  /** One sentence: what was found, and what to do where something is wrong. Never holds a secret. */
  detail: string;
}

export interface Check extends Found {
  name: string;
}

/** One thing that can be looked at. What `look` throws is what is broken, in words. */
export interface Look {
  name: string;
  look(): Promise<Found>;
}

export const ok = (detail: string): Found => ({ state: "ok", detail });
export const warn = (detail: string): Found => ({ state: "warn", detail });
export const broken = (detail: string): Found => ({ state: "broken", detail });
export const off = (detail: string): Found => ({ state: "off", detail });
