import { isCivilDate, sayMonth, type CivilDate } from '../civil-date';
import { isSource, sourceNames, sources, type Source } from '../funds/sources';
import { checkIdNumber } from '../identity';
import { fenFromYuan, isYuan, type Fen } from '../money';
import { cashFault, grantForms, grantFormNames, type GrantForm } from './grants';

/** The columns of the county's monthly file, in the order of the template. */
export const directColumns = {
  township: '乡镇代码',
  name: '姓名',
  idNumber: '身份证号',
  givenOn: '发放日期',
  form: '方式',
  amount: '金额',
  goods: '实物名称',
  reason: '救助事由',
  source: '资金来源',
} as const;

export type DirectColumn = keyof typeof directColumns;
export const directColumnNames = Object.keys(directColumns) as readonly DirectColumn[];
/** What a row may leave empty. */
export const optionalColumns: readonly DirectColumn[] = ['goods'];

export interface DirectRow {
  readonly township: string;
  readonly name: string;
  readonly idNumber: string;
  readonly givenOn: CivilDate;
  readonly form: GrantForm;
  readonly fen: Fen;
  readonly goods: string | undefined;
  readonly reason: string;
  readonly source: Source;
}

export interface DirectFault {
  readonly field: string;
  readonly message: string;
}

interface Place {
  /** Six digits. */
  readonly county: string;
  readonly month: string;
  readonly today: CivilDate;
  readonly cashLimit: Fen;
  readonly knownTownship: (code: string) => boolean;
}

const plainAmount = (cell: string): string => cell.normalize('NFKC').replace(/[,元¥\s]/g, '');
const plainDay = (cell: string): string => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(cell.normalize('NFKC'));
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
};
const formOf = (cell: string): GrantForm | undefined => grantFormNames.find((form) => grantForms[form] === cell);
const sourceOf = (cell: string): Source | undefined =>
  sourceNames.find((source) => sources[source].label === cell || (isSource(cell) && cell === source));

/** A row of the file as a grant, or everything that is wrong with it. */
export const readDirectRow = (
  cell: (column: DirectColumn) => string,
  { county, month, today, cashLimit, knownTownship }: Place,
): { readonly row: DirectRow } | { readonly faults: readonly DirectFault[] } => {
  const faults: DirectFault[] = [];
  const wrong = (column: DirectColumn, message: string): void =>
    void faults.push({ field: directColumns[column], message });
  for (const column of directColumnNames)
    if (cell(column) === '' && !optionalColumns.includes(column)) wrong(column, `没有填写${directColumns[column]}`);
  if (faults.length > 0) return { faults };
  const township = cell('township');
  if (!township.startsWith(county) || !knownTownship(township))
    wrong('township', `“${township}”不是本县的乡镇代码(9位)`);
  const identity = checkIdNumber(cell('idNumber'), today);
  if (!identity.ok) wrong('idNumber', identity.message);
  const givenOn = plainDay(cell('givenOn'));
  if (!isCivilDate(givenOn)) wrong('givenOn', `“${cell('givenOn')}”不是日期,请写成2026-03-05`);
  else if (givenOn > today) wrong('givenOn', '发放日期不能晚于今天');
  else if (givenOn.slice(0, 7) !== month) wrong('givenOn', `发放日期不在${sayMonth(month)};请放入当月的文件`);
  const form = formOf(cell('form'));
  if (!form) wrong('form', `“${cell('form')}”不认识,可填:${Object.values(grantForms).join('、')}`);
  const amount = plainAmount(cell('amount'));
  const fen = isYuan(amount) ? fenFromYuan(amount) : 0n;
  if (fen <= 0n) wrong('amount', `“${cell('amount')}”不是金额,请填大于0的元数,最多两位小数`);
  const cash = form && cashFault({ form, fen }, cashLimit);
  if (cash) wrong('amount', cash);
  const goods = cell('goods');
  if (form === 'goods' && goods === '') wrong('goods', '实物救助须填写实物名称');
  if (form === 'cash' && goods !== '') wrong('goods', '现金救助不填实物名称');
  const source = sourceOf(cell('source'));
  if (!source)
    wrong(
      'source',
      `“${cell('source')}”不认识,可填:${Object.values(sources)
        .map(({ label }) => label)
        .join('、')}`,
    );
  if (faults.length > 0 || !identity.ok || !form || !source) return { faults };
  const row = {
    township,
    name: cell('name'),
    idNumber: identity.number,
    givenOn,
    form,
    fen,
    reason: cell('reason'),
    source,
  };
  return { row: { ...row, goods: goods === '' ? undefined : goods } };
};
