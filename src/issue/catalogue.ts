import { calendar } from "./catalogue/calendar.ts";
import { claims } from "./catalogue/claims.ts";
import { cli } from "./catalogue/cli.ts";
import { district } from "./catalogue/district.ts";
import { exchange } from "./catalogue/exchange.ts";
import { indicators } from "./catalogue/indicators.ts";
import { keeping } from "./catalogue/keeping.ts";
import { ledger } from "./catalogue/ledger.ts";
import { maps } from "./catalogue/maps.ts";
import { records } from "./catalogue/records.ts";
import { registers } from "./catalogue/registers.ts";
import { release } from "./catalogue/release.ts";
import { reports } from "./catalogue/reports.ts";
import { store } from "./catalogue/store.ts";
import { verify } from "./catalogue/verify.ts";

/** The words of every issue, one file for each part that raises them. */
export const catalogue = {
  ...calendar,
  ...claims,
  ...cli,
  ...district,
  ...exchange,
  ...indicators,
  ...keeping,
  ...ledger,
  ...maps,
  ...records,
  ...registers,
  ...release,
  ...reports,
  ...store,
  ...verify,
};
