import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { handResultNames, handResults } from '../../domain/payment-files/by-hand';
import type { Result } from '../../domain/payment-files/format';
import type { Sql } from '../../store/sql';
import { AppError } from '../../domain/errors';
import { exampleRun } from '../payments/run-view';
import { EntryState, type states } from '../rulebook/entries';

export const HandAnswerView = z
  .object({
    id: z.uuid(),
    runId: z.uuid(),
    lineId: z.string().nullable(),
    fileId: z.uuid().nullable(),
    about: z.string().meta({ description: '哪一户,或哪个文件' }),
    result: z.object({ id: z.enum(handResultNames), label: z.string() }),
    reason: z.string().nullable(),
    paidOn: z.string().nullable(),
    note: z.string(),
    lines: z.int().meta({ description: '登记时等结果的笔数' }),
    amount: z.string().meta({ description: '元' }),
    evidence: z.string().meta({ description: '依据文件的名称' }),
    state: EntryState,
    makerId: z.uuid(),
    makerName: z.string(),
    createdAt: z.iso.datetime(),
    checkerName: z.string().nullable(),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PaymentHandAnswer', description: '没有回盘文件而登记的银行结果' });

interface Row {
  readonly id: string;
  readonly runId: string;
  readonly lineId: string | null;
  readonly fileId: string | null;
  readonly about: string;
  readonly result: Result;
  readonly reason: string | null;
  readonly paidOn: string | null;
  readonly note: string;
  readonly lines: number;
  readonly fen: string;
  readonly evidence: string;
  readonly state: (typeof states)[number];
  readonly makerId: string;
  readonly makerName: string | null;
  readonly createdAt: Date;
  readonly checkerName: string | null;
  readonly checkedAt: Date | null;
}

/** Entries of `payment_hand_answer a`; a condition follows. */
export const HAND_ANSWERS = `select a.id, a.run_id as "runId", a.line_id::text as "lineId", a.file_id as "fileId",
    coalesce(l.applicant_name, f.name, '') as about, a.result, a.reason, a.paid_on as "paidOn", a.note, a.lines, a.fen::text as fen,
    a.name as evidence, a.state, a.maker_id as "makerId", m.name as "makerName", a.created_at as "createdAt", k.name as "checkerName",
    a.checked_at as "checkedAt"
  from payment_hand_answer a left join payment_line l on l.id = a.line_id left join payment_file f on f.id = a.file_id
  left join staff m on m.id = a.maker_id left join staff k on k.id = a.checker_id`;

export type HandAnswerRow = Row & { readonly [key: string]: unknown };

export const handAnswerView = ({ fen, result, makerName, createdAt, checkedAt, ...row }: Row) => ({
  ...row,
  result: { id: result, label: handResults[result] },
  amount: yuanFromFen(BigInt(fen)),
  makerName: makerName ?? '—',
  createdAt: createdAt.toISOString(),
  checkedAt: checkedAt?.toISOString() ?? null,
});

/** @throws AppError notFound */
export const readOne = async (client: Sql, answerId: string): Promise<z.input<typeof HandAnswerView>> => {
  const { rows } = await client.query<HandAnswerRow>(`${HAND_ANSWERS} where a.id = $1::uuid`, [answerId]);
  if (!rows[0]) throw new AppError('notFound', '没有找到这项登记,可能不在您的辖区内');
  return handAnswerView(rows[0]);
};

export const exampleHandAnswer: z.input<typeof HandAnswerView> = {
  id: '1d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c77',
  runId: exampleRun.id,
  lineId: '1204',
  fileId: null,
  about: '甲示例',
  result: { id: 'paid', label: handResults.paid },
  reason: null,
  paidOn: '2022-09-08',
  note: '农信社出具书面回单',
  lines: 1,
  amount: '300.00',
  evidence: '回单.pdf',
  state: 'proposed',
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  makerName: '丁示例',
  createdAt: '2022-09-20T02:00:00.000Z',
  checkerName: null,
  checkedAt: null,
};
