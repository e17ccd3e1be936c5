import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { refuse } from "../../issue/index.ts";

/** Turns an SVG into a PNG. */
export type Renderer = (svg: string) => Uint8Array;

/**
 * A renderer with the machine's own fonts, or with those of some files. Raises an `IssueError` (`release.no-font`) where
 * none of them has Chinese characters: a picture with empty places for letters is never made. The library is loaded
 * here, because whoever makes no pictures does not need it.
 */
export async function rendererWith(files: readonly string[] = []): Promise<Renderer> {
  const { Resvg } = await import("@resvg/resvg-js");
  const options: ResvgRenderOptions = {
    fitTo: { mode: "zoom", value: 3 },
    font: {
      loadSystemFonts: files.length === 0,
      fontFiles: [...files],
      defaultFontFamily: "Noto Sans CJK SC",
      sansSerifFamily: "Noto Sans CJK SC",
    },
  };
  const render: Renderer = (svg) =>
    new Resvg(svg.replace("<svg ", `<svg font-family="${FAMILIES}" `), options).render().asPng();
  if (isBlank(render)) refuse("release.no-font", files);
  return render;
}

/** Sans-serif typefaces with Chinese that systems bring along, the likeliest first. */
const FAMILIES = [
  "Source Han Sans SC",
  "Noto Sans CJK SC",
  "Noto Sans SC",
  "PingFang SC",
  "Microsoft YaHei",
  "SimHei",
  "WenQuanYi Micro Hei",
  "Droid Sans Fallback",
  "sans-serif",
].join(", ");

/** Two characters that look different come out the same only where there is a glyph for neither. */
function isBlank(render: Renderer): boolean {
  const [one, other] = ["一", "鑫"].map((it) =>
    render(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="24">${it}</text></svg>`,
    ),
  );
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}
