import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { labelOfProgramme, sources, type Source } from '../../domain/funds/sources';
import { maskName } from '../../domain/mask';
import { yuanFromFen } from '../../domain/money';
import { entryKinds, grantFormNames, grantForms, type GrantForm } from '../../domain/reserve-fund/grants';
import type {
  ReserveEntry,
  ReserveFund,
  ReserveGrant,
  ReserveReconciliation,
  ReserveTopUp,
} from '../../generated/prisma/client';
import { EntryState } from '../rulebook/entries';

export const ReserveFundView = z
  .object({
    id: z.uuid(),
    township: z.string(),
    townshipName: z.string(),
    year: z.int(),
    programmeLabel: z.string(),
    sourceLabel: z.string(),
    balance: z.string(),
    closedOn: z.string().nullable(),
  })
  .meta({ id: 'ReserveFund', description: '一个乡镇一个年度的备用金' });

export const fundView = (row: ReserveFund): z.output<typeof ReserveFundView> => ({
  id: row.id,
  township: row.township,
  townshipName: nameOf(row.township),
  year: row.year,
  programmeLabel: labelOfProgramme('temporaryAssistance'),
  sourceLabel: sources[row.source as Source].label,
  balance: yuanFromFen(row.balanceFen),
  closedOn: row.closedOn,
});

const decided = {
  state: EntryState,
  makerId: z.uuid(),
  checkerId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().nullable(),
};
interface Decided {
  readonly state: string;
  readonly makerId: string;
  readonly checkerId: string | null;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
}
const decidedOf = ({ state, makerId, checkerId, createdAt, checkedAt }: Decided) => ({
  state: EntryState.parse(state),
  makerId,
  checkerId,
  createdAt: createdAt.toISOString(),
  checkedAt: checkedAt?.toISOString() ?? null,
});

const Form = z.enum(grantFormNames as [GrantForm, ...GrantForm[]]);

export const ReserveGrantView = z
  .object({
    id: z.uuid(),
    fundId: z.uuid(),
    township: z.string(),
    caseId: z.uuid().nullable(),
    recipient: z.string().meta({ description: '姓名(部分隐去)' }),
    idTail: z.string().meta({ description: '身份证号末四位' }),
    form: Form,
    formLabel: z.string(),
    amount: z.string(),
    goods: z.string().nullable(),
    reason: z.string(),
    givenOn: z.string(),
    ...decided,
  })
  .meta({ id: 'ReserveGrant', description: '备用金的一次救助' });

export const grantView = (row: ReserveGrant): z.output<typeof ReserveGrantView> => {
  const form = Form.parse(row.form);
  return {
    id: row.id,
    fundId: row.fundId,
    township: row.township,
    caseId: row.caseId,
    recipient: maskName(row.personName),
    idTail: row.idTail,
    form,
    formLabel: grantForms[form],
    amount: yuanFromFen(row.fen),
    goods: row.goods,
    reason: row.reason,
    givenOn: row.givenOn,
    ...decidedOf(row),
  };
};

export const ReserveTopUpView = z
  .object({
    id: z.uuid(),
    fundId: z.uuid(),
    township: z.string(),
    townshipName: z.string(),
    amount: z.string(),
    reason: z.string(),
    ...decided,
  })
  .meta({ id: 'ReserveTopUp', description: '备用金补充申请' });

export const topUpView = (row: ReserveTopUp): z.output<typeof ReserveTopUpView> => ({
  id: row.id,
  fundId: row.fundId,
  township: row.township,
  townshipName: nameOf(row.township),
  amount: yuanFromFen(row.fen),
  reason: row.reason,
  ...decidedOf(row),
});

export const ReserveReconciliationView = z
  .object({
    id: z.uuid(),
    fundId: z.uuid(),
    township: z.string(),
    month: z.string(),
    ledger: z.string().meta({ description: '账面余额' }),
    counted: z.string().meta({ description: '清点现金' }),
    difference: z.string().meta({ description: '清点减账面' }),
    explanation: z.string().nullable(),
    ...decided,
  })
  .meta({ id: 'ReserveReconciliation', description: '备用金一个月的对账,两人签字' });

export const reconciliationView = (row: ReserveReconciliation): z.output<typeof ReserveReconciliationView> => ({
  id: row.id,
  fundId: row.fundId,
  township: row.township,
  month: row.month,
  ledger: yuanFromFen(row.ledgerFen),
  counted: yuanFromFen(row.countedFen),
  difference: yuanFromFen(row.countedFen - row.ledgerFen),
  explanation: row.explanation,
  ...decidedOf(row),
});

export const ReserveEntryView = z
  .object({
    id: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    amount: z.string().meta({ description: '正数收入,负数支出' }),
    balance: z.string(),
    onDate: z.string(),
  })
  .meta({ id: 'ReserveEntry' });

export const entryView = (row: ReserveEntry): z.output<typeof ReserveEntryView> => ({
  id: row.id.toString(),
  kind: row.kind,
  kindLabel: Object.hasOwn(entryKinds, row.kind) ? entryKinds[row.kind as keyof typeof entryKinds] : row.kind,
  amount: yuanFromFen(row.fen),
  balance: yuanFromFen(row.balanceFen),
  onDate: row.onDate,
});
