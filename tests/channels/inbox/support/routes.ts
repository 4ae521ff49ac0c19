import type { Router } from "express";

/** Every route that a router answers, those of the routers in it too: `POST /conversations/:id/reply`. */
export const routesOf = ({ stack }: Pick<Router, "stack">): string[] =>
  stack.flatMap(({ route, handle }) => {
    if (route)
      return Object.keys((route as unknown as { methods: object }).methods).flatMap((method) =>
        [route.path].flat().map((path) => `${method.toUpperCase()} ${path}`),
      );
    return "stack" in handle ? routesOf(handle as unknown as Router) : [];
  });

/** Whether a request goes to a route. */
export function leadsTo(route: string, request: string): boolean {
  const [method = "", path = ""] = route.split(" ");
  const pattern = path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/?]+");
  return new RegExp(`^${method} (?:/api)?${pattern}(?:\\?.*)?$`).test(request);
}
