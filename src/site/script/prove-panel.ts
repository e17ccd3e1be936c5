import { proveEntry } from "../../ledger/verify/index.ts";
import { files } from "../address.ts";
import { downloadOf, element, elementAt, say } from "./dom.ts";
import type { Sources } from "./sources.ts";
import { onPress, verdict } from "./work.ts";

/** One entry: its inclusion proof is made of the log's tiles, checked, and offered with the entry's bytes. */
export function provePanel(sources: Sources): void {
  const position = elementAt("prove-position", HTMLInputElement);
  const start = onPress("prove", async (panel) => {
    panel.progress(say("checkRunning"));
    const { read } = sources.current();
    const at = Number(position.value.replaceAll(/[,\s]/g, "") || Number.NaN);
    const { proof, bytes, checkpoint } = await proveEntry(
      { fetch: (path) => read(files.log + path), verifierKey: await sources.believedKey() },
      at,
    );
    const { origin, size } = checkpoint;
    const hashes = proof.split("\n\n")[0]?.split("\n").length ?? 0;
    panel.show(
      verdict(true, say("proveFine", { position: at, origin, size, hashes: hashes - 2 })),
      element(
        "p",
        "",
        say("proveDownload"),
        downloadOf(`entry-${at}.tlog-proof`, proof, "text/plain"),
        " ",
        downloadOf(`entry-${at}.json`, bytes, "application/json"),
      ),
      element("p", "note", say("proveEntry")),
      element("pre", "", element("code", "", new TextDecoder().decode(bytes))),
    );
  });
  position.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") void start();
  });
  const asked = new URLSearchParams(location.search).get("entry");
  if (asked === null) return;
  position.value = asked;
  elementAt("prove", HTMLElement).scrollIntoView();
  void start();
}
