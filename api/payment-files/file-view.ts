import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { formatOf } from '../../domain/payment-files/formats';
import { bankName, banks } from '../../domain/payments/accounts';
import { lineStates, type LineState } from '../../domain/payments/lines';

export const StateSum = z.object({ state: z.string(), label: z.string(), lines: z.int(), amount: z.string() });

export const PaymentFileView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    bank: z.string(),
    bankLabel: z.string(),
    part: z.int(),
    formatLabel: z.string(),
    assumed: z.boolean().meta({ description: '格式尚未经银行或平台确认' }),
    lines: z.int(),
    amount: z.string().meta({ description: '元' }),
    size: z.int().meta({ description: '字节' }),
    sha256: z.string(),
    createdAt: z.iso.datetime(),
    states: z.array(StateSum).meta({ description: '本文件各行现在的状态,金额为交银行发放的' }),
    answered: z.boolean().meta({ description: '已有回盘' }),
    missing: z.int().meta({ description: '已有回盘而没有提到的行' }),
  })
  .meta({ id: 'PaymentFile' });

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly bank: string;
  readonly part: number;
  readonly format: string;
  readonly lines: number;
  readonly fen: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly answered: boolean;
  readonly states: readonly { readonly state: LineState; readonly lines: number; readonly fen: string }[];
}

/** A bank's answer moves a line, except where it contradicts what stands there. */
export const FILES = `with of_state as (
    select file_id, state, count(*)::int as lines, sum(fen - withheld_fen) as fen from payment_line
    where run_id = $1::uuid and file_id is not null group by file_id, state),
  contradicted as (
    select l.file_id from payment_return t join payment_return_row w on w.return_id = t.id and w.outcome <> 'applied'
    join payment_line l on l.id = w.line_id where t.run_id = $1::uuid)
  select f.id, f.name, f.bank, f.part, f.format, f.lines, f.fen, f.size, f.sha256, f.created_at as "createdAt",
    f.id in (select file_id from of_state where state <> 'sent' union all select file_id from contradicted) as answered,
    coalesce((select json_agg(json_build_object('state', s.state, 'lines', s.lines, 'fen', s.fen::text)) from of_state s
      where s.file_id = f.id), '[]') as states
  from payment_file f where f.run_id = $1::uuid order by f.bank, f.part`;

export const stateSum = (state: LineState, lines: number, fen: bigint): z.input<typeof StateSum> => ({
  state,
  label: lineStates[state].label,
  lines,
  amount: yuanFromFen(fen),
});

export const fileView = ({ fen, format, states, createdAt, ...row }: FileRow): z.input<typeof PaymentFileView> => {
  const { label, assumed } = formatOf(format);
  return {
    ...row,
    bankLabel: bankName(row.bank),
    formatLabel: label,
    assumed,
    amount: yuanFromFen(BigInt(fen)),
    createdAt: createdAt.toISOString(),
    states: (Object.keys(lineStates) as LineState[]).flatMap((state) => {
      const own = states.find((one) => one.state === state);
      return own ? [stateSum(state, own.lines, BigInt(own.fen))] : [];
    }),
    missing: row.answered ? (states.find(({ state }) => state === 'sent')?.lines ?? 0) : 0,
  };
};

export const exampleFile: z.input<typeof PaymentFileView> = {
  id: '0d8a7a35-5b1f-5a52-9a50-1b8f3f0f9b11',
  name: '腾冲市低保金202209-农村信用社(农商行)-1.xlsx',
  bank: 'ruralCredit',
  bankLabel: banks.ruralCredit,
  part: 1,
  formatLabel: formatOf('cardPlatform').label,
  assumed: true,
  lines: 2,
  amount: '600.00',
  size: 1840,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  createdAt: '2022-09-06T02:00:00.000Z',
  states: [stateSum('paid', 2, 60_000n)],
  answered: true,
  missing: 0,
};
