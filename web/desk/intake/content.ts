import { ageOn } from '../../../domain/civil-date';
import { checkIdNumber } from '../../../domain/identity';
import { withoutBlanks } from '../facts/check-fact';
import type { FactContent } from '../facts/fields';

/** What is being typed; any part may be missing until it is submitted. */
export interface Content {
  readonly programme: 'dibao';
  readonly division: string;
  readonly area?: string;
  readonly route: string;
  readonly address?: string;
  readonly phone?: string;
  readonly applyingThrough: string;
  readonly delegation?: FactContent;
  readonly promise?: boolean;
  readonly members: readonly FactContent[];
  readonly applicant: string;
  readonly incomes: readonly FactContent[];
  readonly expenses: readonly FactContent[];
  readonly assets: readonly FactContent[];
  /** Whether a member is a near relative of staff or village cadres: asked of everybody. */
  readonly hasRelatives?: 'yes' | 'no';
  readonly relatives: readonly FactContent[];
  readonly beneficiaryScope: string;
  readonly beneficiary?: string;
}

export const newContent = (division: string): Content => ({
  programme: 'dibao',
  division,
  route: 'hukou',
  applyingThrough: 'self',
  members: [{ ref: 'm1', relation: 'applicant' }],
  applicant: 'm1',
  incomes: [],
  expenses: [],
  assets: [],
  relatives: [],
  beneficiaryScope: 'wholeHousehold',
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly FactContent[] =>
  Array.isArray(value) ? (value as readonly FactContent[]) : [];

const objectOf = (value: unknown): FactContent =>
  typeof value === 'object' && value !== null ? (value as FactContent) : {};

/** A stored draft, whatever it lacks: the form as it was typed, or an application that came from elsewhere. */
export const readContent = (stored: unknown, division: string): Content => {
  const whole = objectOf(stored);
  const given = objectOf(whole['form'] ?? whole) as Partial<Content>;
  const base = { ...newContent(division), ...given };
  return {
    ...base,
    members: listOf(base.members).length > 0 ? base.members : newContent(division).members,
    incomes: listOf(base.incomes),
    expenses: listOf(base.expenses),
    assets: listOf(base.assets),
    relatives: listOf(base.relatives),
  };
};

/** A ref that no member has: refs of members that were taken out are not used again. */
export const nextRef = (members: readonly FactContent[]): string =>
  `m${Math.max(0, ...members.map(({ ref }) => Number(text(ref).slice(1)) || 0)) + 1}`;

export const refOf = (member: FactContent): string => text(member['ref']);
export const memberName = (member: FactContent, index: number): string => text(member['name']) || `成员${index + 1}`;

export interface Identity {
  readonly problem?: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly age?: number;
}

/** What follows from an ID number, or what is wrong with it. */
export const identityOf = (member: FactContent, on: string): Identity => {
  const written = text(member['idNumber']).trim();
  if (written === '') {
    const birthDate = text(member['birthDate']);
    return birthDate === '' ? {} : { birthDate, sex: text(member['sex']), age: ageOn(birthDate, on) };
  }
  const checked = checkIdNumber(written, on);
  if (!checked.ok) return { problem: checked.message };
  return { birthDate: checked.birthDate, sex: checked.sex, age: ageOn(checked.birthDate, on) };
};

/** A member as it is sent: nothing empty, the disability as one thing. */
export const memberForSending = (member: FactContent): FactContent => {
  const { disabilityCategory, disabilityGrade, birthDate, sex, ...rest } = withoutBlanks(member);
  const hasNumber = text(rest['idNumber']) !== '';
  return {
    ...rest,
    ...(hasNumber ? {} : withoutBlanks({ birthDate, sex })),
    ...(disabilityGrade
      ? { disability: withoutBlanks({ category: disabilityCategory, grade: Number(disabilityGrade) }) }
      : {}),
  };
};

/** The draft as the application that the API checks. */
export const applicationOf = (content: Content): FactContent => {
  const { delegation, relatives, beneficiary, hasRelatives, ...rest } = content;
  return withoutBlanks({
    ...rest,
    members: content.members.map(memberForSending),
    incomes: content.incomes.map(withoutBlanks),
    expenses: content.expenses.map(withoutBlanks),
    assets: content.assets.map(withoutBlanks),
    ...(hasRelatives !== 'no' && relatives.length > 0 ? { relatives: relatives.map(withoutBlanks) } : {}),
    ...(content.applyingThrough === 'delegate' && delegation ? { delegation: withoutBlanks(delegation) } : {}),
    ...(content.beneficiaryScope === 'singlePerson' ? { beneficiary } : {}),
  });
};

/** What is stored: the application as it would be sent, and the form as it was typed. */
export const storedOf = (content: Content): FactContent => ({ ...applicationOf(content), form: content });

const ADULT = 18;

/** Who must authorise the data check: every adult whose age is known. */
export const adultsOf = ({ members }: Content, on: string) =>
  members
    .map((member, index) => ({ ref: refOf(member), name: memberName(member, index), age: identityOf(member, on).age }))
    .filter(({ age }) => age !== undefined && age >= ADULT);

/** The same household for the rules alone, or undefined while too little is known to try. */
export const previewOf = (content: Content, date: string): FactContent | undefined => {
  const known = content.members.filter(
    (member) => identityOf(member, date).birthDate !== undefined && text(member['relation']) !== '',
  );
  if (!content.area || known.length === 0) return undefined;
  const refs = new Set(known.map(refOf));
  const complete = (fact: FactContent): boolean =>
    text(fact['kind']) !== '' && (fact['member'] === undefined || refs.has(text(fact['member'])));
  const funded = (fact: FactContent): boolean => complete(fact) && text(fact['amount']) !== '';
  return {
    date,
    division: content.division,
    area: content.area,
    members: known.map((member) => {
      const { ref, phone: _phone, ...features } = memberForSending(member);
      return { ...features, id: ref };
    }),
    incomes: content.incomes.filter(funded).map(withoutBlanks),
    expenses: content.expenses.filter(funded).map(withoutBlanks),
    assets: content.assets.filter(complete).map(withoutBlanks),
  };
};
