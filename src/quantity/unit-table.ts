/**
 * What a unit measures. Only units of one dimension are converted into each other.
 * `count` holds every classifier for things and events: what is counted is said by the noun, not by the unit.
 * `calendar` (months and years) is not `time` (days and hours): no month has a fixed number of days.
 */
export type Dimension =
  | "count"
  | "person"
  /** 人次: the same person again and again */
  | "attendance"
  | "household"
  /** 剂次: doses given, which are not persons vaccinated */
  | "dose"
  | "money"
  | "us-dollar"
  | "length"
  | "area"
  | "volume"
  | "mass"
  | "time"
  | "calendar"
  | "workday"
  | "ratio"
  | "points"
  /** a bare number, such as a coefficient */
  | "number"
  | "multiple"
  | "power"
  | "energy"
  | "voltage";

/**
 * The units, one row each:
 *
 * - id
 * - dimension
 * - factor: how many of the dimension's base it is, an exact decimal. Bases are chosen so that every factor is
 *   one: yuan, metre, a third of a square metre (a 亩 is 2000/3 of one), litre, gram, second, month, per cent,
 *   watt, watt-hour, volt
 * - how it is written in Chinese prose, separated by `|`; the first is how Huimou writes it; empty for a bare number
 * - the English word for one and for many, separated by `|`; empty where English needs none
 * - an example
 *
 * Symbols are unique over the whole table. 万 and 亿 belong to the number and are not repeated here, but for
 * the units in which tables of money and people are kept.
 */
export const UNIT_TABLE = [
  // persons and households
  ["person", "person", "1", "人", "person|persons", "39人"],
  ["person-name", "person", "1", "名", "person|persons", "一万余名"],
  ["person-polite", "person", "1", "位", "person|persons", "12位"],
  ["ten-thousand-persons", "person", "10000", "万人", "ten thousand persons", "1206万人"],
  ["attendance", "attendance", "1", "人次", "attendance|attendances", "4200人次"],
  ["household", "household", "1", "户", "household|households", "320户"],

  // things and events, by classifier
  ["piece", "count", "1", "个", "", "1个"],
  ["item", "count", "1", "条", "item|items", "611条"],
  ["case", "count", "1", "件", "case|cases", "81件"],
  ["incident", "count", "1", "起", "case|cases", "1起"],
  ["time", "count", "1", "次", "time|times", "60余次"],
  ["session", "count", "1", "场|场次", "session|sessions", "20场"],
  ["patient", "count", "1", "例", "case|cases", "0例"],
  ["project", "count", "1", "项", "project|projects", "12项"],
  ["site", "count", "1", "处", "site|sites", "148处"],
  ["institution", "count", "1", "所", "institution|institutions", "35所"],
  ["enterprise", "count", "1", "家", "", "120家"],
  ["room", "count", "1", "间", "room|rooms", "260间"],
  ["dwelling", "count", "1", "套", "set|sets", "1500套"],
  ["building", "count", "1", "栋|幢", "building|buildings", "18栋"],
  ["structure", "count", "1", "座", "", "3座"],
  ["machine", "count", "1", "台|台套", "machine|machines", "400台"],
  ["vehicle", "count", "1", "辆", "vehicle|vehicles", "2辆"],
  ["copy", "count", "1", "份", "copy|copies", "5000份"],
  ["book", "count", "1", "册|本", "book|books", "935册"],
  ["article", "count", "1", "篇", "article|articles", "46篇"],
  ["batch", "count", "1", "批|批次", "batch|batches", "520批次"],
  ["group", "count", "1", "组", "group|groups", "6组"],
  ["team", "count", "1", "支", "team|teams", "8支"],
  ["issue", "count", "1", "期", "issue|issues", "24期"],
  ["picture", "count", "1", "幅", "picture|pictures", "300幅"],
  ["block", "count", "1", "块", "block|blocks", "90块"],
  ["animal", "count", "1", "只", "", "7只"],
  ["livestock", "count", "1", "头", "head", "2.1万头"],
  ["tree", "count", "1", "株|棵", "tree|trees", "3万株"],
  ["well", "count", "1", "眼", "well|wells", "45眼"],
  ["lamp", "count", "1", "盏", "lamp|lamps", "800盏"],
  ["sheet", "count", "1", "张", "sheet|sheets", "1.5万张"],
  ["dose", "dose", "1", "剂次|剂", "dose|doses", "30万剂次"],

  // money
  ["yuan", "money", "1", "元|元人民币", "yuan", "14063元"],
  ["jiao", "money", "0.1", "角", "jiao", "5角"],
  ["ten-thousand-yuan", "money", "10000", "万元", "ten thousand yuan", "44.52万元"],
  ["hundred-million-yuan", "money", "100000000", "亿元", "hundred million yuan", "3.5亿元"],
  ["us-dollar", "us-dollar", "1", "美元", "US dollar|US dollars", "1.2亿美元"],

  // length, area, volume, mass
  ["millimetre", "length", "0.001", "毫米|mm", "millimetre|millimetres", "120毫米"],
  ["centimetre", "length", "0.01", "厘米|cm", "centimetre|centimetres", "30厘米"],
  ["metre", "length", "1", "米|m|延长米|延米", "metre|metres", "860米"],
  ["kilometre", "length", "1000", "公里|千米|km", "kilometre|kilometres", "126.5公里"],
  ["li", "length", "500", "华里", "li", "25华里"],
  ["square-metre", "area", "3", "平方米|平米|㎡|m²", "square metre|square metres", "2.3万平方米"],
  ["mu", "area", "2000", "亩", "mu", "15亩"],
  ["hectare", "area", "30000", "公顷", "hectare|hectares", "1公顷"],
  [
    "square-kilometre",
    "area",
    "3000000",
    "平方公里|平方千米|km²",
    "square kilometre|square kilometres",
    "2525平方公里",
  ],
  ["millilitre", "volume", "0.001", "毫升|ml", "millilitre|millilitres", "0.5毫升"],
  ["litre", "volume", "1", "升", "litre|litres", "20升"],
  ["cubic-metre", "volume", "1000", "立方米|立方|方|m³", "cubic metre|cubic metres", "6万立方米"],
  ["gram", "mass", "1", "克", "gram|grams", "250克"],
  ["jin", "mass", "500", "斤|市斤", "jin", "12.6亿斤"],
  ["kilogram", "mass", "1000", "公斤|千克|kg", "kilogram|kilograms", "800公斤"],
  ["tonne", "mass", "1000000", "吨", "tonne|tonnes", "63万吨"],

  // time
  ["second", "time", "1", "秒|秒钟", "second|seconds", "15秒"],
  ["minute", "time", "60", "分钟", "minute|minutes", "3分钟"],
  ["hour", "time", "3600", "小时|个小时|钟头", "hour|hours", "2小时"],
  ["day", "time", "86400", "天|日", "day|days", "30天"],
  ["week", "time", "604800", "周|星期|个星期", "week|weeks", "2周"],
  ["workday", "workday", "1", "个工作日|工作日", "working day|working days", "15个工作日"],
  ["month", "calendar", "1", "个月|月", "month|months", "6个月"],
  ["quarter", "calendar", "3", "个季度|季度", "quarter|quarters", "3个季度"],
  ["year", "calendar", "12", "年|载|周年", "year|years", "5年"],

  // ratios
  ["percent", "ratio", "1", "%|％", "%", "6.8%"],
  ["permille", "ratio", "0.1", "‰", "‰", "5.2‰"],
  ["tenth", "ratio", "10", "成", "tenth|tenths", "3成"],
  ["percentage-point", "points", "1", "个百分点|百分点", "percentage point|percentage points", "1.2个百分点"],
  ["multiple", "multiple", "1", "倍", "times", "2.5倍"],
  ["coefficient", "number", "1", "", "", "0.65"],
  // electricity
  ["watt", "power", "1", "瓦", "watt|watts", "60瓦"],
  ["kilowatt", "power", "1000", "千瓦|kW", "kilowatt|kilowatts", "30万千瓦"],
  ["megawatt", "power", "1000000", "兆瓦|MW", "megawatt|megawatts", "100兆瓦"],
  [
    "kilowatt-hour",
    "energy",
    "1000",
    "千瓦时|千瓦小时|kWh|度电",
    "kilowatt-hour|kilowatt-hours",
    "12.5亿千瓦时",
  ],
  ["volt", "voltage", "1", "伏|伏特", "volt|volts", "220伏"],
  ["kilovolt", "voltage", "1000", "千伏|kV", "kilovolt|kilovolts", "66千伏"],
] as const satisfies readonly (readonly [
  id: string,
  dimension: Dimension,
  factor: string,
  chinese: string,
  english: string,
  example: string,
])[];
