import { createHash } from 'node:crypto';
import { sayDate, sayMonth, type CivilDate } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { checkApplication } from '../../store/cases/submission/check';
import { householdColumns, memberColumns, type HouseholdCells } from './columns';
import type { Finding, Tell } from './findings';
import type { Household } from './household';
import { readHouseholdCells, readMember, type MemberLine } from './read-member';
import type { Row } from './read-rows';

const titles = householdColumns;

const grouped = (rows: readonly Row[], tell: Tell): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const number = row.cell(titles.number.title);
    if (number === '') tell(row.line, titles.number.title, '请填写户编号;同一户各行填写同一编号');
    else groups.set(number, [...(groups.get(number) ?? []), row]);
  }
  return groups;
};

/** What the lines of a household say together; two that contradict each other are told. */
const together = (rows: readonly Row[], tell: Tell): HouseholdCells => {
  const merged: Record<string, unknown> = {};
  for (const row of rows) {
    for (const [field, value] of Object.entries(readHouseholdCells(row, tell))) {
      if (value === undefined) continue;
      if (merged[field] !== undefined && merged[field] !== value)
        tell(row.line, titles[field as keyof typeof titles].title, '与本户前面的行不一致');
      merged[field] ??= value;
    }
  }
  return merged as HouseholdCells;
};

const titleOfPath = (path: string): { readonly index: number; readonly title: string } => {
  const match = /^members\[(\d+)\]\.?(\w+)?/.exec(path);
  const field = match?.[2] as keyof typeof memberColumns | undefined;
  const byField: Readonly<Record<string, string>> = {
    birthDate: memberColumns.idNumber.title,
    sex: memberColumns.idNumber.title,
    disabilityCertificate: memberColumns.certificate.title,
  };
  const title =
    path === 'division'
      ? titles.division.title
      : (byField[field ?? ''] ?? (field && field in memberColumns ? memberColumns[field].title : ''));
  return { index: Number(match?.[1] ?? 0), title };
};

/** Faults that are told in the words of the file. */
const toldBefore: ReadonlySet<string> = new Set(['applicant', 'members']);

const tellApplicant = ({ members }: Household['application'], lines: readonly number[], tell: Tell): void => {
  const count = members.filter(({ relation }) => relation === 'applicant').length;
  if (count !== 1)
    tell(lines[0] ?? 0, memberColumns.relation.title, `每户应有且只有一名申请人,请在其一行填“本人”;现有${count}名`);
};

/** The same checks as an application at the counter. */
const checked = (application: Household['application'], lines: readonly number[], on: CivilDate, tell: Tell): void => {
  try {
    checkApplication(application, on);
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.fields) throw error;
    for (const { path, message } of error.details.fields.filter(({ path }) => !toldBefore.has(path))) {
      const { index, title } = titleOfPath(path);
      tell(lines[index] ?? lines[0] ?? 0, title, message);
    }
  }
};

const hashOf = (cells: HouseholdCells, members: readonly MemberLine[]): string => {
  const people = members.map(({ member: { ref: _ref, ...member }, incomes, expenses, beneficiary }) => ({
    member,
    beneficiary,
    sums: [...incomes, ...expenses].map(({ member: _member, ...sum }) => sum),
  }));
  const ordered = people.map((one) => JSON.stringify(one)).sort();
  return createHash('sha256')
    .update(JSON.stringify([Object.entries(cells).sort(), ordered]))
    .digest('hex');
};

const applicationOf = (cells: HouseholdCells, members: readonly MemberLine[]): Household['application'] => {
  const marked = cells.programme === 'tekun' ? [] : members.filter(({ beneficiary }) => beneficiary === true);
  const single = marked.length === 1 && members.length > 1 ? marked[0] : undefined;
  return {
    programme: cells.programme ?? 'dibao',
    division: cells.division ?? '',
    area: cells.area ?? 'rural',
    route: 'hukou',
    address: cells.address ?? '',
    ...(cells.phone && { phone: cells.phone }),
    applyingThrough: 'village',
    promise: true,
    members: members.map(({ member }) => member),
    applicant: members.find(({ member }) => member.relation === 'applicant')?.member.ref ?? '',
    incomes: members.flatMap(({ incomes }) => incomes),
    expenses: members.flatMap(({ expenses }) => expenses),
    ...(single
      ? { beneficiaryScope: 'singlePerson', beneficiary: single.member.ref }
      : { beneficiaryScope: 'wholeHousehold' }),
  };
};

/** 特困 is of persons: whoever stands in such a household is one, and classes are of 低保 alone. */
const tellTekun = (rows: readonly Row[], members: readonly MemberLine[], cells: HouseholdCells, tell: Tell): void => {
  if (cells.programme !== 'tekun') return;
  if (cells.ruralClass) tell(rows[0]?.line ?? 0, titles.ruralClass.title, '特困人员不分A、B、C类,请删去类别');
  members.forEach(({ beneficiary }, index) => {
    if (beneficiary === false)
      tell(rows[index]?.line ?? 0, memberColumns.beneficiary.title, '特困户只填特困人员本人,请删去不享受供养的人');
  });
};

const readHousehold = (number: string, rows: readonly Row[], on: CivilDate, tell: Tell): Household => {
  const cells = together(rows, tell);
  const line = rows[0]?.line ?? 0;
  const lines = rows.map((row) => row.line);
  for (const field of ['division', 'area'] as const)
    if (rows.every((row) => row.cell(titles[field].title) === ''))
      tell(line, titles[field].title, `请填写${titles[field].title}`);
  const members = rows.map((row, index) => readMember(row, `m${index + 1}`, tell));
  const application = applicationOf(cells, members);
  const { fromMonth, monthly, ruralClass, checkedOn } = cells;
  if (monthly !== undefined && !rows.some((row) => row.cell(titles.fromMonth.title)))
    tell(line, titles.fromMonth.title, '填写了月保障金额的,请填写享受起始月');
  if (fromMonth && fromMonth > on.slice(0, 7) && monthly !== undefined)
    tell(line, titles.fromMonth.title, `享受起始月${sayMonth(fromMonth)}在导入日期${sayDate(on)}之后`);
  if (checkedOn && checkedOn > on) tell(line, titles.checkedOn.title, `核查日期${checkedOn}在导入日期${on}之后`);
  tellApplicant(application, lines, tell);
  tellTekun(rows, members, cells, tell);
  checked(application, lines, on, tell);
  const marked = members.filter(({ beneficiary }) => beneficiary === true);
  const benefiting = marked.length > 0 ? marked : members.filter(({ beneficiary }) => beneficiary !== false);
  return {
    number,
    line,
    lines,
    application,
    beneficiaries: benefiting.map(({ member }) => member.ref),
    benefit: {
      ...(fromMonth && { fromMonth }),
      ...(monthly !== undefined && { monthly }),
      ...(ruralClass && { ruralClass }),
    },
    ...(checkedOn && { checkedOn }),
    hash: hashOf(cells, members),
  };
};

/** An ID number on two lines of the file: the later one is wrong. */
const tellTwins = (rows: readonly Row[], tell: Tell): void => {
  const first = new Map<string, number>();
  for (const row of rows) {
    const number = row.cell(memberColumns.idNumber.title).toUpperCase();
    const earlier = first.get(number);
    if (number !== '' && earlier !== undefined)
      tell(row.line, memberColumns.idNumber.title, `与第${earlier}行的身份证号相同`);
    else first.set(number, row.line);
  }
};

export interface ReadFile {
  readonly total: number;
  /** Without a fault of their own. */
  readonly households: readonly Household[];
  readonly findings: readonly Finding[];
  readonly failed: number;
}

/** Every household of the file with what is wrong in it; nothing of a household with a fault is kept. `scope`: the division that imports. */
export const readHouseholds = (rows: readonly Row[], on: CivilDate, scope: string): ReadFile => {
  const findings: Finding[] = [];
  const tell: Tell = (line, field, message, level = 'error') => void findings.push({ line, field, message, level });
  tellTwins(rows, tell);
  const groups = grouped(rows, tell);
  const households = [...groups].map(([number, lines]) => {
    const household = readHousehold(number, lines, on, tell);
    const { division } = household.application;
    if (division !== '' && !division.startsWith(scope))
      tell(household.line, titles.division.title, `${division}不在导入范围${scope}内`);
    return household;
  });
  const wrong = new Set(findings.map(({ line }) => line));
  const good = households.filter(({ lines }) => !lines.some((line) => wrong.has(line)));
  return { total: groups.size, households: good, findings, failed: groups.size - good.length };
};
