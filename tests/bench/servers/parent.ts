export interface FromServer {
  port?: number;
  memory?: NodeJS.MemoryUsage;
}

/** Tells the benchmark where this server answers, and how much memory it holds whenever it asks. */
export function ready(port: number): void {
  const tell = (message: FromServer) => void process.send?.(message);
  process.on("message", () => {
    globalThis.gc?.();
    tell({ memory: process.memoryUsage() });
  });
  process.on("disconnect", () => process.exit());
  tell({ port });
}
