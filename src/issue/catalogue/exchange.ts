import type { IssueWords } from "../words.ts";

export const exchange = {
  "exchange.encoding": {
    zh: "文件不是有效的 {encoding} 文本",
    en: "the file is not valid {encoding}",
    cure: {
      zh: "在表格软件中另存为“CSV UTF-8”后重新导入",
      en: "save it as “CSV UTF-8” in the spreadsheet program and import it again",
    },
  },
  "exchange.workbook": {
    zh: "文件是 Excel 工作簿（或其他压缩文件），不是 CSV",
    en: "the file is an Excel workbook, or another ZIP file, and no CSV",
    cure: {
      zh: "在表格软件中另存为“CSV UTF-8”后重新导入",
      en: "save it as “CSV UTF-8” in the spreadsheet program and import it again",
    },
  },
  "exchange.file-empty": {
    zh: "文件是空的",
    en: "the file is empty",
    cure: { zh: "第一行写列名，其下每行一条", en: "give it a row of column names, and a row for each entry" },
  },
  "exchange.quote-inside": {
    zh: "有单元格的内容没有被引号完整括住，这一行读不出来",
    en: "a cell goes on after its closing quote: the row cannot be read",
    cure: {
      zh: "含引号的单元格整个用双引号括起，其中的引号写两个",
      en: "put the whole cell into double quotes, and double the quotes in it",
    },
  },
  "exchange.quote-open": {
    zh: "从这一行起有引号没有闭合，其后的内容无法读取",
    en: "a quote that opens in this row is never closed: nothing after it can be read",
    cure: { zh: "补上缺少的引号", en: "close it" },
  },
  "exchange.column-unknown": {
    zh: "不认识的列“{column}”",
    en: "there is no column “{column}”",
    cure: { zh: "删去该列，或改为：{known}", en: "delete it, or call it one of: {known}" },
  },
  "exchange.column-ambiguous": {
    zh: "有两个字段都叫“{column}”",
    en: "two fields have the title “{column}”",
    cure: { zh: "用字段名作列名", en: "name the column by the field's name" },
  },
  "exchange.column-twice": {
    zh: "列“{column}”出现了两次",
    en: "the column “{column}” stands there twice",
    cure: { zh: "只保留一列", en: "keep one of them" },
  },
  "exchange.column-missing": {
    zh: "缺少列“{title}”（{column}）",
    en: "the column {column} is missing",
    cure: { zh: "补上该列", en: "add it" },
  },
  "exchange.record-missing": {
    zh: "没有写明“{title}”",
    en: "the row does not say which record it is about",
    cure: { zh: "填写 record 列", en: "fill in the column record" },
  },
  "exchange.date-missing": {
    zh: "没有写明生效日期",
    en: "the row has no effective date",
    cure: {
      zh: "填写 at 列，或在导入时用 --at 指定",
      en: "fill in the column at, or give --at to the import",
    },
  },
  "exchange.state-missing": {
    zh: "流转没有写明到哪个状态",
    en: "the row advances its record to no state",
    cure: { zh: "填写 state 列", en: "fill in the column state" },
  },
  "exchange.state-not-initial": {
    zh: "新建的记录处于“{initial}”，不能直接是“{state}”",
    en: "a record opens in {initial}, not in {state}",
    cure: {
      zh: "先用一行新建，再用一行流转到 {state}",
      en: "open it in one row and advance it to {state} in another",
    },
  },
  "exchange.state-unused": {
    zh: "更正和作废不改变状态，却写了状态“{state}”",
    en: "an amendment or a withdrawal does not change the state, but {state} is given",
    cure: {
      zh: "清空 state 列；要改变状态请用流转",
      en: "empty the column state, or make the row an advance",
    },
  },
  "exchange.row-lists-record": {
    zh: "这一行列的是记录的现状，不是要做的事",
    en: "this row lists a record as it stands; it asks for nothing",
    cure: { zh: "导入该台账导出的“条目”文件", en: "import the register's exported entries instead" },
  },
  "exchange.void-with-fields": {
    zh: "作废的行不能填写字段",
    en: "a row that withdraws a record gives no fields",
    cure: { zh: "清空字段，或把操作改为更正", en: "empty them, or make it an amendment" },
  },
  "exchange.cell-beyond": {
    zh: "第 {width} 列之后还有内容，但没有列名",
    en: "the row has more cells than the header has columns ({width})",
    cure: { zh: "删去多余的单元格，或补上列名", en: "delete the cells, or name their column" },
  },
  "exchange.cell-choice": {
    zh: "“{value}”不是 {column} 的选项",
    en: "{column} has no choice “{value}”",
    cure: { zh: "改为其中之一：{wanted}", en: "use one of: {wanted}" },
  },
  "exchange.cell-flag": {
    zh: "“{value}”不是“是”或“否”",
    en: "“{value}” is neither yes nor no",
    cure: { zh: "写成：{wanted}", en: "write {wanted}" },
  },
  "exchange.cell-integer": {
    zh: "“{value}”不是整数",
    en: "“{value}” is not a whole number",
    cure: {
      zh: "写成整数，例如 {wanted}，不带单位",
      en: "write a whole number such as {wanted}, without a unit",
    },
  },
  "exchange.cell-amount": {
    zh: "“{value}”不是数额",
    en: "“{value}” is not an amount",
    cure: { zh: "写成数字，例如 {wanted}，不带单位", en: "write digits such as {wanted}, without a unit" },
  },
  "exchange.cell-date": {
    zh: "“{value}”不是日期",
    en: "“{value}” is not a day of the calendar",
    cure: { zh: "写成 {wanted} 或 2020年1月31日", en: "write it as {wanted}" },
  },
  "exchange.cell-text": {
    zh: "“{value}”不是文字",
    en: "“{value}” is not a text",
    cure: { zh: "写成文字", en: "write a text" },
  },
  "exchange.cell-json": {
    zh: "“{value}”不是有效的 JSON",
    en: "“{value}” is not valid JSON",
    cure: { zh: "按 JSON 格式填写", en: "write it as JSON" },
  },
  "exchange.cell-scientific": {
    zh: "“{value}”是表格软件改成的科学记数法，原来的数字已丢失",
    en: "“{value}” is what the spreadsheet made of a long number; its digits are lost",
    cure: {
      zh: "把该列设为“文本”格式后重新填写（例如 {wanted}）",
      en: "format the column as text and enter it again (such as {wanted})",
    },
  },
  "exchange.observation-columns": {
    zh: "缺少列：{missing}",
    en: "columns are missing: {missing}",
    cure: {
      zh: "用 huimou indicators --csv 写出的表头：indicator,area,period,by.<分组>,value",
      en: "use the header that huimou indicators --csv writes: indicator,area,period,by.<dimension>,value",
    },
  },
  "exchange.observation-differs": {
    zh: "{indicator} 写作 {stated}，记录得出 {derived}",
    en: "{indicator} is stated as {stated}; the records give {derived}",
    cure: { zh: "改成 {derived}，或先更正记录", en: "write {derived}, or correct the records first" },
  },
} as const satisfies Record<string, IssueWords>;
