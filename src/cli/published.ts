import { refuse } from "../issue/index.ts";

/** Whether a place is a web address. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place) && URL.canParse(place);
}

/**
 * A published release as its web address gives it, file by file. Refuses a site that cannot be reached
 * (`cli.address-unreachable`) or answers otherwise than with a file or that there is none (`cli.address-failed`).
 */
export function publishedAt(address: string): { read: (path: string) => Promise<Uint8Array | null> } {
  const base = address.endsWith("/") ? address : `${address}/`;
  return {
    read: async (path) => {
      const url = new URL(path, base);
      try {
        const response = await fetch(url);
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (response.status === 404) return null;
        return response.ok ? bytes : refuse("cli.address-failed", [path], { status: response.status });
      } catch (error) {
        // what fetch throws for a network that fails; the reason is beneath
        if (!(error instanceof TypeError)) throw error;
        return refuse("cli.address-unreachable", [url.href], { reason: reasonOf(error.cause ?? error) });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  // where a name has several addresses, Node gives one error for each and an empty message
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
