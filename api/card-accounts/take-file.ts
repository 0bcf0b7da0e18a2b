import type { Sheet } from '../../domain/exchange/cells';
import { AppError } from '../../domain/errors';
import { checkIdNumber } from '../../domain/identity';
import { civilDateAt } from '../../domain/civil-date';
import {
  accountColumns,
  columnsLacking,
  readAccountRow,
  type AccountColumn,
  type AccountFault,
  type AccountRow,
} from '../../domain/payments/account-file';
import { normaliseCardNumber } from '../../domain/payments/accounts';
import { sameName } from '../../domain/payments/names';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { propose } from './propose';

const MOST_LINES = 300;

export interface TakenLine {
  readonly line: number;
  readonly outcome: 'kept' | 'repeated' | 'error';
  readonly field: string;
  readonly message: string;
}

const faultOf = (field: string, message: string): AppError =>
  new AppError('refused', message, { fields: [{ path: field, message }] });

/** The open case of the row, within reach. @throws AppError refused */
const caseOf = async (context: Context, tx: Tx, { household }: AccountRow): Promise<string> => {
  if ('caseNumber' in household) {
    const found = await tx.case.findUnique({ where: { number: household.caseNumber }, select: { id: true } });
    if (!found) throw faultOf(accountColumns.caseNumber, '没有找到这个案件,可能不在您的辖区内');
    return found.id;
  }
  const checked = checkIdNumber(household.idNumber, civilDateAt(context.now().getTime()));
  if (!checked.ok) throw faultOf(accountColumns.idNumber, checked.message);
  const idIndex = context.store.cipher.blindIndex(checked.number);
  const person = await tx.person.findFirst({ where: { idIndex }, select: { id: true } });
  const [one, ...more] = person
    ? await tx.case.findMany({ where: { closedAt: null, applicantId: person.id }, select: { id: true } })
    : [];
  if (!one) throw faultOf(accountColumns.idNumber, '没有找到这名申请人的案件,可能不在您的辖区内');
  if (more.length > 0) throw faultOf(accountColumns.idNumber, '这名申请人有多个案件,请填写案件编号');
  return one.id;
};

const paperOf = async (tx: Tx, caseId: string, column: AccountColumn, name: string): Promise<string> => {
  const found = await tx.document.findFirst({
    where: { caseId, name },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (!found) throw faultOf(accountColumns[column], `本案没有名为“${name}”的材料,请先在“材料”上传`);
  return found.id;
};

/** The member of the household whose name the card bears. */
const holderOf = async (tx: Tx, caseId: string, holderName: string): Promise<string | undefined> => {
  const members = await tx.caseMember.findMany({ where: { caseId, leftOn: null }, select: { personId: true } });
  const ids = members.map(({ personId }) => personId);
  const people = await tx.person.findMany({
    where: { id: { in: ids }, diedOn: null },
    select: { id: true, name: true },
  });
  return people.find(({ name }) => sameName(name, holderName))?.id;
};

const enterRow = async (context: Context, tx: Tx, row: AccountRow): Promise<'kept' | 'repeated'> => {
  const caseId = await caseOf(context, tx, row);
  const numberIndex = context.store.cipher.tag('cardNumber', normaliseCardNumber(row.number));
  const known = { caseId, numberIndex, state: { in: ['proposed', 'approved'] } };
  if (await tx.cardAccount.findFirst({ where: known, select: { id: true } })) return 'repeated';
  const agreementId = row.agreement && (await paperOf(tx, caseId, 'agreement', row.agreement));
  const holderPersonId = agreementId ? undefined : await holderOf(tx, caseId, row.holderName);
  const { bank, number, holderName } = row;
  const { id } = await propose(context, tx, caseId, {
    ...{ bank, number, holderName, evidenceId: await paperOf(tx, caseId, 'evidence', row.evidence) },
    ...(agreementId && { agreementId }),
    ...(holderPersonId && { holderPersonId }),
  });
  context.audit.persons(holderPersonId ? [holderPersonId] : []);
  context.audit.detail(`account:${id}`, caseId);
  return 'kept';
};

const titles: Readonly<Record<string, string>> = {
  number: accountColumns.number,
  holderName: accountColumns.holderName,
  holderPersonId: accountColumns.holderName,
  agreementId: accountColumns.agreement,
  evidenceId: accountColumns.evidence,
};

/** Every refusal comes before anything is written, so that the rows around it stand. */
const outcomeOf = async (context: Context, tx: Tx, line: number, row: AccountRow): Promise<TakenLine> => {
  try {
    const outcome = await enterRow(context, tx, row);
    const message = outcome === 'kept' ? '已登记,待另一人复核' : '这个账户早已登记,没有重复登记';
    return { line, outcome, field: '', message };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [field] = error.details.fields ?? [];
    const title = field ? (titles[field.path] ?? field.path) : '';
    return { line, outcome: 'error', field: title, message: field?.message ?? error.message };
  }
};

/** Takes a file of accounts line by line: what is good waits for a second person, the rest is told with line and column. */
export const takeAccountFile = async (
  context: Context,
  tx: Tx,
  { head, lines }: Sheet,
): Promise<readonly TakenLine[]> => {
  if (lines.length > MOST_LINES) throw new AppError('refused', `一个文件至多${MOST_LINES}行;请分成几个文件`);
  const names = head.map((title) => title.normalize('NFKC').trim());
  const lacking = columnsLacking(names);
  if (lacking.length > 0) throw new AppError('refused', `表头缺少列:${lacking.join('、')};请按模板填写`);
  const taken: TakenLine[] = [];
  for (const { line, cells } of lines) {
    const read = readAccountRow((column) => (cells[names.indexOf(accountColumns[column])] ?? '').trim());
    if ('row' in read) taken.push(await outcomeOf(context, tx, line, read.row));
    else taken.push(...read.faults.map((fault: AccountFault) => ({ ...fault, line, outcome: 'error' as const })));
  }
  return taken;
};
