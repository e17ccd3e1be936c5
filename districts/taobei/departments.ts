import type { Words } from "huimou";

/** The district's departments that answer for work and spend its budget: code → name. */
export const departments = {
  "party-office": { zh: "区委办公室", en: "District Party Committee Office" },
  organization: { zh: "区委组织部", en: "Organization Department" },
  publicity: { zh: "区委宣传部", en: "Publicity Department" },
  "political-legal": { zh: "区委政法委", en: "Political and Legal Affairs Commission" },
  "government-office": { zh: "区政府办公室", en: "District Government Office" },
  development: { zh: "区发展和改革局", en: "Development and Reform Bureau" },
  education: { zh: "区教育局", en: "Education Bureau" },
  industry: { zh: "区工业和信息化局", en: "Industry and Information Technology Bureau" },
  "civil-affairs": { zh: "区民政局", en: "Civil Affairs Bureau" },
  justice: { zh: "区司法局", en: "Justice Bureau" },
  finance: { zh: "区财政局", en: "Finance Bureau" },
  "human-resources": { zh: "区人力资源和社会保障局", en: "Human Resources and Social Security Bureau" },
  housing: { zh: "区住房和城乡建设局", en: "Housing and Urban-Rural Development Bureau" },
  transport: { zh: "区交通运输局", en: "Transport Bureau" },
  agriculture: { zh: "区农业农村局", en: "Agriculture and Rural Affairs Bureau" },
  water: { zh: "区水利局", en: "Water Resources Bureau" },
  culture: { zh: "区文化广播电视和旅游局", en: "Culture, Broadcasting, Television and Tourism Bureau" },
  health: { zh: "区卫生健康局", en: "Health Bureau" },
  "veterans-affairs": { zh: "区退役军人事务局", en: "Veterans Affairs Bureau" },
  emergency: { zh: "区应急管理局", en: "Emergency Management Bureau" },
  audit: { zh: "区审计局", en: "Audit Bureau" },
  "market-regulation": { zh: "区市场监督管理局", en: "Market Regulation Bureau" },
  statistics: { zh: "区统计局", en: "Statistics Bureau" },
  "medical-security": { zh: "区医疗保障局", en: "Medical Security Bureau" },
} as const satisfies Readonly<Record<string, Words>>;

/** A department's code. */
export type Department = keyof typeof departments;
