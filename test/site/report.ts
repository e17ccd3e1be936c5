/** The made-up district's report in both languages: every number in it comes out of the made-up log. */

export const reportChinese = `# 云岭区五年成绩单

这是一份可以核对的成绩单，2017年4月到2021年9月，文中的数字都连着台账。全区有:cite[31个]{document=census}行政村。

## 幸福：把实事办到村口

### 工程

五年验收民生工程:fig[205项]{work.accepted}，其中农村公路:fig[89项]{work.accepted kind=road}、卫生室:fig[72项]{work.accepted kind=clinic}。期末在建:fig[5项]{work.under-way}。

::chart[验收的民生工程]{work.accepted by=year}

::chart[完工工程]{work.built by=year}

计划投资:fig[22910万元]{work.investment}，已付:fig[21953万元]{work.paid}。2020年验收:fig[57项]{work.accepted period=2020}。

::chart[计划投资与已付投资]{work.investment by=year with="work.paid"}

| 年份 | 验收工程 |
| --- | ---: |
| 2018年 | :fig[52项]{work.accepted period=2018} |
| 2019年 | :fig[52项]{work.accepted period=2019} |

### 覆盖

标准化卫生室覆盖率:fig[96.8%]{work.clinic-coverage}。

::chart[各镇街验收的工程]{work.accepted by=area}

2020年居民人均可支配收入:fig[20310元]{income.per-head period=2020}，比上年增长:fig[4.6%]{income.growth period=2020}。

::chart[居民人均可支配收入]{income.per-head by=year period=2017..2020 type=line}

## 和谐：一条线索一本账

受理线索:fig[320条]{tip.received}，查结:fig[311条]{tip.closed}，在核:fig[9条]{tip.open}，查结率:fig[97.2%]{tip.closing-rate}。来自举报电话的:fig[128条]{tip.received source=hotline}。

::chart[受理线索的来源]{tip.received by=source}

::chart[逐月验收的工程]{work.accepted by=month period=2020}
`;

export const reportEnglish = `# Yunling: five years in figures

## Happy

The district accepted :fig[205 projects]{work.accepted} and has :fig[5 projects]{work.under-way} under way. Clinics reach :fig[96.8%]{work.clinic-coverage} of the villages.

::chart[Works accepted]{work.accepted by=year}

## Safe

It received :fig[320 items]{tip.received}, of which :fig[97.2%]{tip.closing-rate} are closed.

::chart[Tips received, by source]{tip.received by=source}
`;
