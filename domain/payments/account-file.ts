import { maskAccount, maskIdNumber, maskLongNumbers } from '../mask';
import { banks, normaliseCardNumber, type Bank } from './accounts';

/** The columns of a file of accounts, in the order of the template. */
export const accountColumns = {
  caseNumber: '案件编号',
  idNumber: '申请人身份证号',
  bank: '开户银行',
  number: '卡号',
  holderName: '户名',
  evidence: '银行卡影像',
  agreement: '代领协议',
} as const;

export type AccountColumn = keyof typeof accountColumns;

/** What a file or a row may leave out; a household is named by its case or by its applicant. */
const needed: readonly AccountColumn[] = ['bank', 'number', 'holderName', 'evidence'];

export interface AccountRow {
  /** Of the case, or else the applicant's ID number. */
  readonly household: { readonly caseNumber: string } | { readonly idNumber: string };
  readonly bank: Bank;
  readonly number: string;
  readonly holderName: string;
  /** Names of papers in the case's file. */
  readonly evidence: string;
  readonly agreement: string | undefined;
}

export interface AccountFault {
  /** The column's title. */
  readonly field: string;
  readonly message: string;
}

/** What a header lacks, by title. */
export const columnsLacking = (titles: readonly string[]): readonly string[] => [
  ...needed.map((column) => accountColumns[column]).filter((title) => !titles.includes(title)),
  ...([accountColumns.caseNumber, accountColumns.idNumber].some((title) => titles.includes(title))
    ? []
    : [`${accountColumns.caseNumber}或${accountColumns.idNumber}`]),
];

const bankOf = (cell: string): Bank | undefined =>
  (Object.keys(banks) as Bank[]).find((bank) => bank === cell || banks[bank] === cell);

/** A row of the file, or everything that is wrong with it; of a card number nothing is ever quoted. */
export const readAccountRow = (
  cell: (column: AccountColumn) => string,
): { readonly row: AccountRow } | { readonly faults: readonly AccountFault[] } => {
  const faults = needed
    .filter((column) => cell(column) === '')
    .map((column) => ({ field: accountColumns[column] as string, message: `没有填写${accountColumns[column]}` }));
  const [caseNumber, idNumber] = [cell('caseNumber'), cell('idNumber')];
  if (caseNumber === '' && idNumber === '')
    faults.push({ field: accountColumns.caseNumber, message: '请填写案件编号或申请人身份证号' });
  const bank = bankOf(cell('bank'));
  if (!bank && cell('bank') !== '')
    faults.push({ field: accountColumns.bank, message: `没有这家银行;请填写:${Object.values(banks).join('、')}` });
  if (faults.length > 0 || !bank) return { faults };
  return {
    row: {
      household: caseNumber === '' ? { idNumber } : { caseNumber },
      bank,
      number: cell('number'),
      holderName: cell('holderName'),
      evidence: cell('evidence'),
      agreement: cell('agreement') || undefined,
    },
  };
};

/** A row as it may be kept and shown: card and ID numbers masked, also where they stand in a wrong column. */
export const maskedCells = (cell: (column: AccountColumn) => string): Readonly<Record<AccountColumn, string>> => {
  const shown = Object.fromEntries(
    (Object.keys(accountColumns) as AccountColumn[]).map((column) => [column, maskLongNumbers(cell(column))]),
  ) as Record<AccountColumn, string>;
  const [number, idNumber] = [cell('number'), cell('idNumber')];
  return {
    ...shown,
    number: number && maskAccount(normaliseCardNumber(number)),
    idNumber: idNumber && maskIdNumber(idNumber),
  };
};
