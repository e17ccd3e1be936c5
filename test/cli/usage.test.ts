import assert from "node:assert/strict";
import { test } from "node:test";
import stringWidth from "string-width";
import { CommandLine } from "../../src/cli/command-line.ts";
import { commandsFor } from "../../src/cli/commands.ts";
import { huimou } from "./huimou.ts";

test("help goes to standard output, in both languages, of the program and of a command", async () => {
  const [all, one, other] = await Promise.all([
    huimou(["--help"], { language: "zh" }),
    huimou(["init", "--help"]),
    huimou(["help", "init"]),
  ]);
  for (const { code, err } of [all, one, other]) assert.deepEqual([code, err], [0, ""]);
  assert.match(all.out, /^用法 · Usage: huimou \[options\] \[command\]\n/);
  assert.match(all.out, /^ {2}init \[options\] <pack> +为一个地区包建账 · create a pack's ledger/m);
  assert.match(one.out, /^ {2}--data <dir> {2}数据目录 · data directory \(默认 · default: "data"\)$/m);
  assert.equal(other.out, one.out);
});

test("in the help of every command what explains it begins in one column and goes on there, Han characters counted as two", async () => {
  const program = new CommandLine("huimou");
  const output = {
    out: () => {},
    stream: async () => {},
    err: () => {},
    language: "zh",
    terminal: false,
  } as const;
  for (const add of await commandsFor([])) add(program, output, () => {});
  for (const command of program.commands)
    for (const block of command
      .helpInformation()
      .split("\n\n")
      .filter((it) => / · (Arguments|Options):$/m.test(it))) {
      const [, ...lines] = block.trimEnd().split("\n");
      const columns = lines.map((line) => stringWidth(/^ +(\S.*? {2,})?(?=\S)/.exec(line)?.[0] ?? ""));
      assert.equal(new Set(columns).size, 1, `${command.name()}\n${block}`);
      for (const line of lines) assert.ok(stringWidth(line) <= 110, line);
    }
});

test("what was not understood is told in one line with place and cure, by exit code 2, and nothing is printed", async () => {
  const asked: readonly (readonly [zh: RegExp, en: RegExp, ...words: string[]])[] = [
    [
      /^没有命令“relase” → 可用的命令：init, .*release.* \[cli\.command-unknown\]\n$/,
      /^there is no command “relase” → use one of: init, .*release.* \[cli\.command-unknown\]\n$/,
      "relase",
    ],
    [
      /^init: 缺少参数 <pack> → 写成：huimou init \[options\] <pack> \[cli\.argument-missing\]\n$/,
      /^init: the argument <pack> is missing → write huimou init \[options\] <pack> \[cli\.argument-missing\]\n$/,
      "init",
    ],
    [
      /^reconcile: 没有选项“--al” → 可用的选项：--all, --json, --data <dir> \[cli\.option-unknown\]\n$/,
      /^reconcile: there is no option “--al” → use one of: --all, --json, --data <dir> \[cli\.option-unknown\]\n$/,
      "reconcile",
      "--al",
    ],
    [
      /^reconcile: 参数多了 → 写成：huimou reconcile \[options\]；含空格的值用引号括起 \[cli\.argument-excess\]\n$/,
      /^reconcile: there are too many arguments → write huimou reconcile .*\[cli\.argument-excess\]\n$/,
      "reconcile",
      "data",
    ],
    [
      /^reconcile: --data <dir> 后面缺少值 → 在它后面写上值 \[cli\.value-missing\]\n$/,
      /^reconcile: --data <dir> has no value → write one behind it \[cli\.value-missing\]\n$/,
      "reconcile",
      "--data",
    ],
  ];
  const answers = await Promise.all(
    asked.flatMap(([zh, en, ...words]) =>
      (
        [
          ["zh", zh],
          ["en", en],
        ] as const
      ).map(async ([language, said]) => ({
        said,
        answer: await huimou(words, { language }),
      })),
    ),
  );
  for (const { said, answer } of answers) {
    assert.match(answer.err, said);
    assert.deepEqual([answer.code, answer.out], [2, ""]);
  }
});

test("without a command the program says what there is, as bad usage", async () => {
  const { code, out, err } = await huimou([]);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /^用法 · Usage: huimou /);
});
