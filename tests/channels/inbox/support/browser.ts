import type { InboxServer } from "./inbox-server.ts";

/** Whatever shape the answer has: tests look into it as they expect it to be. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  body: Json;
  text: string;
  headers: Headers;
}

/** Someone at a browser: keeps its cookies, and says where it comes from as browsers do. */
export function openBrowser({ url }: Pick<InboxServer, "url">, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();

  return {
    cookie: () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),

    async request(method: string, path: string, body?: unknown): Promise<Answer> {
      const response = await fetch(url + path, {
        method,
        redirect: "manual",
        headers: {
          ...(method === "GET" ? {} : { Origin: url, "Sec-Fetch-Site": "same-origin" }),
          ...(cookies.size > 0 ? { Cookie: this.cookie() } : {}),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const cookie of response.headers.getSetCookie()) keep(cookie);
      const text = await response.text();
      return { status: response.status, body: asJson(text), text, headers: response.headers };
    },

    get(path: string) {
      return this.request("GET", path);
    },

    post(path: string, body: unknown = {}) {
      return this.request("POST", path, body);
    },

    signIn(email: string, password: string) {
      return this.post("/api/auth/sign-in/email", { email, password });
    },
  };

  function keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (/max-age=0/i.test(cookie) || value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
}

export type Browser = ReturnType<typeof openBrowser>;

function asJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
