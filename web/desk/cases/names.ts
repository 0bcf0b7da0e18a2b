import { dibao } from '../../../domain/lifecycle/dibao';
import { isProgramme, programmes } from '../../../domain/lifecycle/programmes';
import type { Row } from '../../../domain/lifecycle/table';

const rows: Readonly<Record<string, Row<string>>> = dibao;

/** A stage as the server tells it, or by its id. */
export const stageLabel = (stage: { readonly id: string; readonly label: string } | string): string =>
  typeof stage === 'string' ? (rows[stage]?.label ?? stage) : stage.label;

/** The way of a case in the order of the law; the branches stand beside it. */
const mainWay = [
  'submitted',
  'investigating',
  'proposed',
  'publicised',
  'reviewing',
  'confirming',
  'benefiting',
] as const;
const branchOf: Readonly<Record<string, (typeof mainWay)[number]>> = {
  supplementing: 'submitted',
  objected: 'publicised',
  leaving: 'benefiting',
  suspended: 'benefiting',
};

/** Where on the main way a stage stands; undefined for an end without benefit. */
export const stepOf = (stage: string): number | undefined => {
  const at = mainWay.findIndex((step) => step === (branchOf[stage] ?? stage));
  return at < 0 ? undefined : at;
};

/** Without an application there is no way to the benefit: the case begins in it. */
export const mainWayOf = (programme: string): readonly (typeof mainWay)[number][] =>
  isProgramme(programme) ? mainWay.filter((stage) => Object.hasOwn(programmes[programme].table, stage)) : mainWay;

export const stageOptions = Object.entries(rows).map(([value, { label }]) => ({ value, label }));

export const programmeLabel = (programme: string): string =>
  isProgramme(programme) ? programmes[programme].label : programme;

export const relationWords: Readonly<Record<string, string>> = {
  applicant: '申请人',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  sibling: '兄弟姐妹',
  childInLaw: '儿媳、女婿',
  parentInLaw: '公婆、岳父母',
  other: '其他',
};

export const eligibilityWords: Readonly<Record<string, string>> = {
  wholeHousehold: '符合,整户纳入',
  singlePerson: '符合,单人户纳入',
  marginalHousehold: '低保边缘家庭',
  notEligible: '不符合',
};
