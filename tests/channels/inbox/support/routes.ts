import type { Router } from "express";

/** Every route that a router answers, those of the routers in it too: `POST /conversations/:id/reply`. */
export const routesOf = ({ stack }: Pick<Router, "stack">): string[] =>
  stack.flatMap((layer) => routesIn(layer, routesOf));

/** Those that are not below `/api`. */
export const routesBesideApi = ({ stack }: Pick<Router, "stack">): string[] =>
  stack.flatMap((layer) => (isBelowApi(layer) ? [] : routesIn(layer, routesBesideApi)));

type Layer = Router["stack"][number];

function routesIn({ route, handle }: Layer, inRouter: typeof routesOf): string[] {
  if (route)
    return Object.keys((route as unknown as { methods: object }).methods).flatMap((method) =>
      [route.path].flat().map((path) => `${method.toUpperCase()} ${path}`),
    );
  return "stack" in handle ? inRouter(handle as unknown as Router) : [];
}

const isBelowApi = (layer: Layer): boolean =>
  String((layer as unknown as { rawPath: unknown }).rawPath).startsWith("/api");

/** Whether a request goes to a route. */
export function leadsTo(route: string, request: string): boolean {
  const [method = "", path = ""] = route.split(" ");
  const pattern = path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/?]+");
  return new RegExp(`^${method} (?:/api)?${pattern}(?:\\?.*)?$`).test(request);
}
