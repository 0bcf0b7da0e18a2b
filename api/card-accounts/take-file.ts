import type { Sheet } from '../../domain/exchange/cells';
import { AppError } from '../../domain/errors';
import { checkIdNumber } from '../../domain/identity';
import { civilDateAt } from '../../domain/civil-date';
import {
  accountColumns,
  columnsLacking,
  maskedCells,
  readAccountRow,
  type AccountColumn,
  type AccountRow,
} from '../../domain/payments/account-file';
import { normaliseCardNumber } from '../../domain/payments/accounts';
import { sameName } from '../../domain/payments/names';
import type { TakenLine } from '../../store/card-accounts/imports';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { propose } from './propose';

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

const enterRow = async (context: Context, tx: Tx, caseId: string, row: AccountRow): Promise<'kept' | 'repeated'> => {
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

type Outcome = Pick<TakenLine, 'outcome' | 'field' | 'message' | 'caseId'>;

/** Every refusal comes before anything is written, so that the rows around it stand. */
const outcomeOf = async (context: Context, tx: Tx, row: AccountRow): Promise<Outcome> => {
  let caseId: string | null = null;
  try {
    caseId = await caseOf(context, tx, row);
    const outcome = await enterRow(context, tx, caseId, row);
    const message = outcome === 'kept' ? '已登记,待另一人复核' : '这个账户早已登记,没有重复登记';
    return { outcome, field: '', message, caseId };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [field] = error.details.fields ?? [];
    const title = field ? (titles[field.path] ?? field.path) : '';
    return { outcome: 'error', field: title, message: field?.message ?? error.message, caseId };
  }
};

/** Takes a file of accounts line by line: what is good waits for a second person, the rest is told with line and column. */
export const takeAccountFile = async (
  context: Context,
  tx: Tx,
  { head, lines }: Sheet,
): Promise<readonly TakenLine[]> => {
  const names = head.map((title) => title.normalize('NFKC').trim());
  const lacking = columnsLacking(names);
  if (lacking.length > 0) throw new AppError('refused', `表头缺少列:${lacking.join('、')};请按模板填写`);
  if (lines.length === 0) throw new AppError('refused', '文件只有表头,没有内容;请核对是否选错了文件');
  const taken: TakenLine[] = [];
  for (const { line, cells } of lines) {
    const cell = (column: AccountColumn): string => (cells[names.indexOf(accountColumns[column])] ?? '').trim();
    const read = readAccountRow(cell);
    const found: readonly Outcome[] =
      'row' in read
        ? [await outcomeOf(context, tx, read.row)]
        : read.faults.map((fault) => ({ ...fault, outcome: 'error', caseId: null }));
    taken.push(...found.map((one) => ({ ...one, line, cells: maskedCells(cell) })));
  }
  return taken;
};
