import { z } from 'zod';
import type { CivilDate } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import { holderOf } from '../../domain/payments/act';
import { daysLateOf } from '../../domain/payments/late';
import { runKinds, runStates, type RunKind, type RunState } from '../../domain/payments/run';
import { programmeLabel } from '../../domain/payments/words';
import type { Actor } from '../actor';

export const stateNames = Object.keys(runStates) as [RunState, ...RunState[]];
export const kindNames = Object.keys(runKinds) as [RunKind, ...RunKind[]];

export const RunView = z
  .object({
    id: z.uuid(),
    county: z.string(),
    countyName: z.string(),
    programme: z.string(),
    programmeLabel: z.string(),
    month: z.string(),
    kind: z.enum(kindNames),
    kindLabel: z.string(),
    seq: z.int(),
    state: z.object({ id: z.enum(stateNames), label: z.string() }),
    version: z.int().meta({ description: '办理时作为 expectedVersion 送回' }),
    openedOn: z.string(),
    payBy: z.string().nullable().meta({ description: '最迟发放日' }),
    daysLate: z.int().meta({ description: '超过最迟发放日的天数,批准支付后不再增加' }),
    lines: z.int(),
    amount: z.string().meta({ description: '元' }),
    withheld: z.string().meta({ description: '辖区内按书面同意扣回(元),不交银行' }),
    held: z.object({ lines: z.int(), amount: z.string() }).meta({ description: '辖区内暂缓' }),
    townships: z.object({ all: z.int(), confirmed: z.int() }).meta({ description: '辖区内乡镇' }),
    waitsFor: z
      .object({ role: z.string(), label: z.string(), todo: z.string() })
      .nullable()
      .meta({ description: '等哪个岗位办什么;为空的由系统办理或已完成' }),
    answersWaiting: z.int().meta({ description: '登记的银行结果,待财务另一人复核的项数' }),
    mine: z.boolean().meta({ description: '现在轮到您的岗位' }),
    releasedAt: z.iso.datetime().nullable(),
    settledAt: z.iso.datetime().nullable(),
    occasionId: z.uuid().nullable().meta({ description: '物价补贴的启动决定或一次性补贴的方案' }),
  })
  .meta({ id: 'PaymentRun' });

export interface RunListRow {
  readonly id: string;
  readonly county: string;
  readonly programme: string;
  readonly month: string;
  readonly kind: RunKind;
  readonly seq: number;
  readonly state: RunState;
  readonly version: number;
  readonly openedOn: string;
  readonly payBy: string | null;
  readonly lines: number;
  readonly fen: string;
  readonly withheld: string;
  readonly heldLines: number;
  readonly heldFen: string;
  readonly townships: number;
  readonly confirmed: number;
  readonly answersWaiting: number;
  readonly releasedAt: Date | null;
  readonly settledAt: Date | null;
  readonly occasionId: string | null;
}

/** A run of `payment_run r` with what of it lies within the reader's division. */
export const RUN_COLUMNS = `r.id, r.county, r.programme, r.month, r.kind, r.seq, r.state, r.version, r.opened_on as "openedOn",
  r.pay_by as "payBy", r.lines, r.fen, r.released_at as "releasedAt", r.settled_at as "settledAt", r.occasion_id as "occasionId",
  (select count(*)::int from payment_township t where t.run_id = r.id) as townships,
  (select count(t.confirmed_at)::int from payment_township t where t.run_id = r.id) as confirmed,
  (select count(*)::int from payment_hand_answer a where a.run_id = r.id and a.state = 'proposed') as "answersWaiting", h.*,
  (select coalesce(sum(w.withheld_fen), 0) from payment_line w where w.run_id = r.id and w.withheld_fen > 0 and w.state <> 'cancelled') as withheld`;
export const RUN_HELD = `cross join lateral (select count(*)::int as "heldLines", coalesce(sum(l.fen), 0) as "heldFen"
  from payment_line l where l.run_id = r.id and l.stuck = 'held') h`;

/** Whose turn it is: the holder's of the station, and whoever checks what was entered for the bank. */
const isMine = (row: RunListRow, { role, division }: Pick<Actor, 'role' | 'division'>): boolean => {
  if (role === 'townshipApprover') return holderOf(row.state) === role && row.townships > row.confirmed;
  const waits = holderOf(row.state) === role || (role === ANSWER_CHECKER && row.answersWaiting > 0);
  return waits && row.county.startsWith(division);
};

/** Who looks at the bank's answers that were entered by hand. */
export const ANSWER_CHECKER: Role = 'financeChecker';

const waitsFor = (state: RunState): z.input<typeof RunView>['waitsFor'] => {
  const row: { readonly label: string; readonly todo?: string } = runStates[state];
  const role = holderOf(state);
  return role ? { role, label: roles[role].label, todo: row.todo ?? row.label } : null;
};

export const runView = (
  row: RunListRow,
  actor: Pick<Actor, 'role' | 'division'>,
  today: CivilDate,
): z.input<typeof RunView> => ({
  id: row.id,
  county: row.county,
  countyName: nameOf(row.county),
  programme: row.programme,
  programmeLabel: programmeLabel(row.programme),
  month: row.month,
  kind: row.kind,
  kindLabel: runKinds[row.kind],
  seq: row.seq,
  state: { id: row.state, label: runStates[row.state].label },
  version: row.version,
  openedOn: row.openedOn,
  payBy: row.payBy,
  daysLate: daysLateOf(row, today),
  lines: row.lines,
  amount: yuanFromFen(BigInt(row.fen)),
  withheld: yuanFromFen(BigInt(row.withheld)),
  held: { lines: row.heldLines, amount: yuanFromFen(BigInt(row.heldFen)) },
  townships: { all: row.townships, confirmed: row.confirmed },
  waitsFor: waitsFor(row.state),
  answersWaiting: row.answersWaiting,
  mine: isMine(row, actor),
  releasedAt: row.releasedAt?.toISOString() ?? null,
  settledAt: row.settledAt?.toISOString() ?? null,
  occasionId: row.occasionId,
});

export const exampleRun: z.input<typeof RunView> = {
  id: '5d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c55',
  county: '530581',
  countyName: '腾冲市',
  programme: 'dibao',
  programmeLabel: '低保',
  month: '2022-09',
  kind: 'monthly',
  kindLabel: runKinds.monthly,
  seq: 1,
  state: { id: 'making', label: runStates.making.label },
  version: 2,
  openedOn: '2022-09-01',
  payBy: '2022-09-09',
  daysLate: 0,
  lines: 3120,
  amount: '1123200.00',
  withheld: '60.00',
  held: { lines: 4, amount: '1440.00' },
  townships: { all: 18, confirmed: 18 },
  waitsFor: { role: 'countyReviewer', label: roles.countyReviewer.label, todo: runStates.making.todo },
  answersWaiting: 0,
  mine: true,
  releasedAt: null,
  settledAt: null,
  occasionId: null,
};
