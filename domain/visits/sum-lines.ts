import { sayDate } from '../civil-date';
import type { Assessment } from '../dibao/assessment';
import type { Term } from '../explain';
import { sayYuan } from '../money';

/** One line of the sum as it is read out at the table. */
export interface SumLine {
  readonly id: string;
  readonly says: string;
  readonly clause?: string;
}

type NameOf = (member: string) => string;

const fenOf = ({ value }: Term): bigint => (typeof value === 'bigint' ? value : 0n);

const valueOf = (term: Term): string => {
  if (term.unit === 'fen') return sayYuan(fenOf(term));
  if (term.unit === 'persons') return `${String(term.value)}人`;
  if (term.unit === 'months') return `${String(term.value)}个月`;
  return typeof term.value === 'boolean' ? (term.value ? '是' : '否') : String(term.value);
};

const sinceOf = ({ parameter }: Term): string => (parameter?.from ? `(${sayDate(parameter.from)}起)` : '');

/** Sentences for the lines that everybody must understand; any other line is its label and its value. */
const sentences: Readonly<Record<string, (term: Term) => string>> = {
  共同生活的家庭成员: (term) => `一起生活、算在一户里的,一共${String(term.value)}人`,
  家庭月收入: (term) => `全家一个月的收入合计${valueOf(term)}`,
  家庭月人均收入: (term) => `平均到每个人,一个月${valueOf(term)}`,
  城市最低生活保障标准: (term) => `当地城市低保标准,每人每月${valueOf(term)}${sinceOf(term)}`,
  农村最低生活保障标准: (term) => `当地农村低保标准,每人每月${valueOf(term)}${sinceOf(term)}`,
  低保边缘家庭收入上限: (term) => `低保边缘家庭的收入上限,每人每月${valueOf(term)}`,
};

const incomeSays = (term: Term, who: string): string => {
  const fen = fenOf(term);
  if (term.adds && fen < 0n) return `${who ? `${who}:` : ''}${term.label},收入少算${sayYuan(-fen)}`;
  return `${who ? `${who}的` : ''}${term.label}:一个月${term.adds ? '算' : ''}${valueOf(term)}`;
};

const says = (term: Term, nameOf: NameOf): string => {
  const who = term.member === undefined ? '' : nameOf(term.member);
  if (term.group === 'income' || term.group.startsWith('ownIncome')) return incomeSays(term, who);
  const said = sentences[term.label]?.(term);
  if (said !== undefined) return said;
  const label = `${who ? `${who}的` : ''}${term.label}`;
  return term.group === 'amount' ? `按“${label}”算,得${valueOf(term)}` : `${label}:${valueOf(term)}`;
};

const resultSays = ({ monthly, eligibility, reasons }: Assessment): string =>
  monthly > 0n
    ? `按现在的情况,${eligibility === 'singlePerson' ? '单人户' : '全家'}每个月可以领${sayYuan(monthly)}`
    : `按现在的情况不能领低保:${reasons.join(';')}`;

const shareSays = (assessment: Assessment, nameOf: NameOf): readonly SumLine[] =>
  assessment.beneficiaries.map(({ member, monthly }) => ({
    id: `share.${member}`,
    says: `其中${nameOf(member)}${sayYuan(monthly)}`,
  }));

/** The sum in plain words, line by line, ending with what the household would get: the same terms as the receipt of the desk. */
export const sumLines = (assessment: Assessment, nameOf: NameOf): readonly SumLine[] => [
  ...assessment.terms.map((term, index) => ({
    id: `${term.group}.${index}`,
    says: says(term, nameOf),
    ...(term.clause === undefined ? {} : { clause: term.clause }),
  })),
  ...shareSays(assessment, nameOf),
  { id: 'result', says: resultSays(assessment), clause: assessment.basis.clause },
];
