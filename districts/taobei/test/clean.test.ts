import assert from "node:assert/strict";
import { valueAt } from "../../../test/district/values.ts";
import { everywhere, onPack, recordOf, refused, taken } from "./law.ts";

const matter = recordOf("decision", "JC-2020-001");
const proposed = (kind: string) =>
  matter.open("2020-03-02", { area: everywhere, class: kind, proposed: "2020-03-02" });
const comment = matter.to("comment", "2020-03-04");
const review = (at: string, more = {}) =>
  matter.to("review", at, { experts: "2020-03-20", risk: "2020-03-20", ...more });
const votes = { entitled: 13, present: 9, "in-favour": 8, against: 1, abstained: 0 };
const papers = { legality: "2020-04-16", party: "2020-04-16", "head-last": true, dissent: true };

onPack(
  "a major matter is open for comment for thirty days, or says why not; the share tells both",
  async (it) => {
    await taken(it, proposed("matter"), comment);
    // the thirtieth day after 4 March is 3 April
    await refused(it, review("2020-04-03"), /too-early.*2020-04-04/);
    await taken(it, review("2020-04-03", { "comment-short": "紧急需要（示例）" }));
    await refused(it, matter.to("decided", "2020-04-10", { ...votes, ...papers }), /too-early/);
    await taken(it, matter.to("decided", "2020-04-21", { ...votes, ...papers }));
    assert.equal(await valueAt(it.district, "decision.commented", "2020"), "1");
    assert.equal(await valueAt(it.district, "decision.comment-kept", "2020"), "0");
    assert.equal(await valueAt(it.district, "decision.review-kept", "2020"), "1");
  },
);

onPack(
  "nothing is decided without its papers, a quorum, votes that add up, and the head speaking last",
  async (it) => {
    await taken(it, proposed("matter"), comment, review("2020-04-07"));
    const decided = (fields: Record<string, string | number | boolean>) =>
      matter.to("decided", "2020-04-24", fields);
    await refused(
      it,
      decided({ ...votes, ...papers, present: 6, "in-favour": 6, against: 0 }),
      /到会人数过半/,
    );
    await refused(it, decided({ ...votes, ...papers, "in-favour": 7 }), /赞成 \+ 反对 \+ 弃权 = 实到/);
    await refused(it, decided({ ...votes, ...papers, "in-favour": 4, against: 5 }), /赞成过半/);
    await refused(it, decided({ ...votes, ...papers, "head-last": false }), /末位发言/);
    await refused(
      it,
      decided({ ...votes, party: "2020-04-16", "head-last": true, dissent: false }),
      /legality/,
    );
    await taken(it, decided({ ...votes, ...papers }));
  },
);

onPack("two thirds are present where officials are appointed", async (it) => {
  await taken(it, proposed("personnel"), matter.to("review", "2020-03-10"));
  const decided = (present: number) =>
    matter.to("decided", "2020-03-24", { ...votes, entitled: 15, present, "in-favour": present, against: 0 });
  await refused(it, decided(9), /三分之二以上到会/);
  await taken(it, decided(10));
});

const problem = recordOf("finding", "ZG-2020-A-001");
const found = problem.open("2020-06-16", {
  area: everywhere,
  origin: "audit",
  round: "示例审计",
  class: "money",
  fed: "2020-06-16",
});

onPack("a problem is offered, taken up, mended, accepted by three parties and closed", async (it) => {
  await taken(it, found, problem.to("offered", "2020-06-17", { "offered-to": "finance" }));
  await refused(
    it,
    problem.to("planned", "2020-06-20", { measures: "清退", due: "2020-09-30" }),
    /transition-unknown/,
  );
  await taken(
    it,
    problem.to("taken", "2020-06-18"),
    problem.to("planned", "2020-06-28", { measures: "清退", due: "2020-09-30" }),
    problem.to("working", "2020-07-01"),
  );
  assert.equal(await valueAt(it.district, "finding.overdue", "2020-09"), "0");
  assert.equal(await valueAt(it.district, "finding.overdue", "2020-10"), "1");
  await refused(it, problem.to("done", "2020-10-12"), /evidence/);
  await taken(it, problem.to("done", "2020-10-12", { evidence: "ZZ-1" }));
  assert.equal(await valueAt(it.district, "finding.overdue", "2020-10"), "0");
  assert.equal(await valueAt(it.district, "finding.mended-late", "2020"), "1");
  const day = "2020-10-20";
  await refused(
    it,
    problem.to("accepted", day, { "accepted-office": day, "accepted-unit": day }),
    /accepted-group/,
  );
  await taken(
    it,
    problem.to("accepted", day, { "accepted-office": day, "accepted-unit": day, "accepted-group": day }),
    problem.to("closed", "2020-10-21"),
  );
  for (const [id, value] of [
    ["finding.found", "1"],
    ["finding.closed", "1"],
    ["finding.open", "0"],
    ["finding.closing-rate", "100"],
  ] as const)
    assert.equal(await valueAt(it.district, id), value, id);
});
