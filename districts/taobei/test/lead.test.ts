import assert from "node:assert/strict";
import { valueAt } from "../../../test/district/values.ts";
import { everywhere, onPack, recordOf, refused, taken } from "./law.ts";

const lead = recordOf("lead", "XS-2019-0001");
const received = lead.open("2019-03-04", {
  received: "2019-03-04",
  area: everywhere,
  source: "hotline",
  named: true,
  jurisdiction: "own",
  importance: "important",
  firstHandler: "A001",
  secondHandler: "B001",
});
const offered = lead.to("offered", "2019-03-05", { "offered-to": "police" });
const verifying = lead.to("verifying", "2019-03-06");

onPack("a lead is offered, taken up and closed; it counts as in time by the rule of its day", async (it) => {
  await taken(it, received, offered, verifying);
  assert.equal(await valueAt(it.district, "lead.verifying", "2019"), "1");
  // ninety days after 4 March end on Sunday, 2 June: the working day after it counts
  await taken(it, lead.to("closed", "2019-06-03", { outcome: "unfounded" }));
  assert.equal(await valueAt(it.district, "lead.closed-in-time", "2019"), "1");
  assert.equal(await valueAt(it.district, "lead.closed-late", "2019"), "0");
  assert.equal(await valueAt(it.district, "lead.verifying", "2019"), "0");
});

onPack("a day later it is late, unless the time was extended, once and with a reason", async (it) => {
  await taken(it, received, offered, verifying);
  await refused(it, lead.amend("2019-05-30", { extended: "2019-08-01" }), /2019-07-03/);
  await taken(it, lead.amend("2019-05-30", { extended: "2019-06-20" }, "案情复杂"));
  await refused(it, lead.amend("2019-06-10", { extended: "2019-07-01" }, "案情复杂"), /extended-already/);
  await taken(it, lead.to("closed", "2019-06-20", { outcome: "unfounded" }));
  assert.equal(await valueAt(it.district, "lead.closed-in-time", "2019"), "1");
});

onPack("what is returned cites its grounds, and every return is counted", async (it) => {
  await taken(it, received, offered);
  await refused(it, lead.to("returned", "2019-03-07"), /return-grounds/, /return-clause/);
  const grounds = { "return-grounds": "recusal", "return-clause": "回避规定（示例）" };
  await taken(
    it,
    lead.to("returned", "2019-03-07", grounds),
    lead.to("offered", "2019-03-08", { "offered-to": "discipline" }),
    lead.to("returned", "2019-03-11", grounds),
    lead.to("offered", "2019-03-12", { "offered-to": "anti-crime-office" }),
    lead.to("verifying", "2019-03-13"),
  );
  assert.equal(await valueAt(it.district, "lead.returned", "2019"), "2");
});

onPack("what is not ours says where it went, and only what proved true has results", async (it) => {
  await taken(it, received, offered, verifying);
  await refused(it, lead.to("closed", "2019-04-01", { outcome: "not-ours" }), /transferredTo/, /transferred/);
  await refused(it, lead.to("closed", "2019-04-01", { outcome: "unfounded", suspects: 2 }), /才有战果/);
  await taken(
    it,
    lead.to("closed", "2019-04-01", {
      outcome: "not-ours",
      transferredTo: "外县公安局（示例）",
      transferred: "2019-03-29",
    }),
  );
  assert.equal(await valueAt(it.district, "lead.transferred", "2019"), "1");
});

onPack("two persons handle a lead, and a consultation has members and an outcome", async (it) => {
  await refused(
    it,
    {
      ...received,
      fields: { ...("fields" in received ? received.fields : {}), secondHandler: "A001" },
    } as typeof received,
    /承办人不少于两人/,
  );
  await taken(it, received, offered, verifying);
  await refused(
    it,
    lead.amend("2019-03-20", { consulted: "2019-03-20" }, "会商"),
    /consulted-units/,
    /consultation-outcome/,
  );
});
