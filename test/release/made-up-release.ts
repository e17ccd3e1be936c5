import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createDistrict, type District, type Effects } from "../../src/district/index.ts";
import type { ReportDefinition } from "../../src/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import {
  listFiles,
  type Released,
  type ReleaseToVerify,
  type ReleaseVerification,
  release,
  verifyRelease,
} from "../../src/release/index.ts";
import { seconds } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { dongjie, records } from "../pack/records.ts";
import { changed, writePack } from "../pack/write-pack.ts";

/** The program's version, as manifests of these tests name it. */
export const program = "0.0.0-test";

const chinese = `# 云岭区工程与线索

三年立项工程:fig[5个]{work.planned}，其中道路:fig[3个]{work.planned kind=road}。

期末在建:fig[2个]{work.under-way}，受理线索:fig[4条]{tip.received}，查结率:fig[50%]{tip.closing-rate}。
`;

const english = `# Works and tips in Yunling

In three years :fig[5 works]{work.planned} were planned, :fig[3]{work.planned kind=road} of them roads.

At the end :fig[2]{work.under-way} were under way; of :fig[4 tips]{tip.received}, :fig[50%]{tip.closing-rate} were closed.
`;

/** The made-up district's report; `replace` puts other words for some, as its author might. */
export function report(replace: readonly (readonly [from: string, to: string])[] = []): ReportDefinition {
  const edited = (text: string) => replace.reduce((all, [from, to]) => all.replace(from, to), text);
  return {
    id: "works",
    title: { zh: "工程与线索", en: "Works and tips" },
    period: "2019..2021",
    texts: {
      zh: { file: "works.zh.md", markdown: edited(chinese) },
      en: { file: "works.en.md", markdown: edited(english) },
    },
  };
}

/** Writes a pack's directory: the small made-up pack with this report. */
export function reportingPack(folder: string, it: ReportDefinition = report()): Promise<string> {
  return writePack(folder, changed("small", `reports: [${JSON.stringify(it)}]`));
}

/** A report of the register of incomes that no sentence states: it changes no figure of the report. */
export const income = {
  kind: "open",
  register: "income",
  record: "R0005",
  at: "2021-12-31",
  actor: "经办/统计局",
  fields: { place: dongjie, date: "2021-12-31", value: "9500" },
} as const;

/** A district with a report, whose figures its records prove, and folders to publish into. */
export interface MadeUpRelease {
  readonly folder: string;
  readonly data: string;
  readonly district: District;
  /** `DIR/public`, then `DIR/<name>` */
  out(name?: string): string;
  publish(name?: string): Promise<Released>;
}

/** Creates the district with its records; publishes nothing yet. */
export function withDistrict(
  work: (it: MadeUpRelease) => Promise<void>,
  pack: (folder: string) => Promise<string> = reportingPack,
  effects: Pick<Effects, "calendar"> = {},
): Promise<void> {
  return inFolder(async (folder) => {
    const data = join(folder, "data");
    const clock = seconds();
    const district = await createDistrict(data, await pack(join(folder, "pack")), { clock, ...effects });
    try {
      const { issues } = await district.append(records);
      if (issues.length > 0) throw new Error(issues.map((it) => lineOf(it, "en")).join("\n"));
      const out = (name = "public") => join(folder, name);
      await work({
        folder,
        data,
        district,
        out,
        publish: (name) => release(district, { out: out(name), program }),
      });
    } finally {
      await district.close();
    }
  });
}

/** A published folder as `verify` reads it. */
export function published(folder: string): ReleaseToVerify {
  return {
    read: (path) =>
      readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    list: () => listFiles(folder),
    program,
  };
}

/** What verifying a published folder says first: `code path…`, or `whole`. */
export async function verdict(folder: string, more: Partial<ReleaseToVerify> = {}): Promise<string> {
  const { issue }: ReleaseVerification = await verifyRelease({ ...published(folder), ...more });
  return issue === null ? "whole" : [issue.code, ...issue.path].join(" ");
}

/** Every file of a folder with the hash of its bytes. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = (await listFiles(folder)).map(async (path) => {
    const hash = createHash("sha256").update(await readFile(join(folder, path)));
    return [path, hash.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
