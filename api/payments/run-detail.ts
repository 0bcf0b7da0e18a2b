import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import { returnTargets, runRefusal, type RunFacts } from '../../domain/payments/act';
import { guards } from '../../domain/payments/guards';
import { lineStates, type LineState } from '../../domain/payments/lines';
import {
  runActions,
  runStates,
  sayRunEvent,
  type RunAction,
  type RunActionRow,
  type RunState,
} from '../../domain/payments/run';
import { isGuardReason } from '../../domain/payments/words';
import type { Actor } from '../actor';
import { exampleRun, RunView, stateNames } from './run-view';

const Sum = z.object({ lines: z.int(), amount: z.string() });
const Withheld = z.string().meta({ description: '其中按书面同意扣回(元);其余交银行发放' });
const Label = z.object({ id: z.string(), label: z.string() });

export const RunDetail = RunView.extend({
  stations: z
    .array(z.object({ id: z.enum(stateNames), label: z.string(), passed: z.boolean(), now: z.boolean() }))
    .meta({ description: '进度:各环节' }),
  sums: z
    .array(Sum.extend({ state: z.string(), label: z.string(), withheld: Withheld }))
    .meta({ description: '辖区内各状态的户数和金额' }),
  places: z.array(
    Sum.extend({
      township: z.string(),
      name: z.string(),
      confirmedAt: z.iso.datetime().nullable(),
      confirmedBy: z.string().nullable(),
      withheld: Withheld,
      states: z.array(Sum.extend({ state: z.string(), label: z.string(), withheld: Withheld })),
    }),
  ),
  holds: z.array(
    Sum.extend({
      withheld: Withheld,
      reason: z.string(),
      label: z.string(),
      todo: z.string(),
      desk: z.string(),
      decidable: z.boolean(),
    }),
  ),
  history: z.array(
    z.object({
      sequence: z.int(),
      at: z.iso.datetime(),
      says: z.string(),
      state: Label,
      place: z.string().nullable(),
      who: z.string().nullable(),
      role: z.string(),
      note: z.string().nullable(),
    }),
  ),
  steps: z
    .array(z.object({ says: z.string(), round: z.int(), doneAt: z.iso.datetime() }).extend(Sum.shape))
    .meta({ description: '系统各步完成时的户数和金额,重新造册的逐次列出' }),
  actions: z.array(
    z.object({
      action: z.string(),
      says: z.string(),
      allowed: z.boolean(),
      why: z.string().nullable().meta({ description: '不能办理的原因,以及怎样才能办理' }),
      ownRole: z.boolean().meta({ description: '属于您的岗位' }),
      needs: z.enum(['reason', 'returning']).nullable(),
      returnTo: z.array(Label),
    }),
  ),
}).meta({ id: 'PaymentRunDetail' });

export interface StateSum {
  readonly township: string;
  readonly state: LineState;
  readonly lines: number;
  readonly fen: string;
  readonly withheld: string;
}

export interface TownshipRow {
  readonly township: string;
  readonly lines: number;
  readonly fen: string;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
}

export interface HoldSum {
  readonly reason: string;
  readonly lines: number;
  readonly fen: string;
  readonly withheld: string;
}

export interface EventRow {
  readonly sequence: number;
  readonly at: Date;
  readonly action: string;
  readonly state: RunState;
  readonly township: string | null;
  readonly who: string | null;
  readonly role: string;
  readonly note: string | null;
}

export interface StepRow {
  readonly step: string;
  readonly round: number;
  readonly doneAt: Date;
  readonly lines: number;
  readonly fen: string;
}

type Detail = z.input<typeof RunDetail>;

const sumOf = ({ lines, fen }: { readonly lines: number; readonly fen: string }) => ({
  lines,
  amount: yuanFromFen(BigInt(fen)),
});

const labelOf = (state: RunState) => ({ id: state, label: runStates[state].label });

export const stationsOf = (state: RunState): Detail['stations'] =>
  stateNames
    .filter((name) => name !== 'cancelled')
    .map((name) => ({
      ...labelOf(name),
      passed: state !== 'cancelled' && runStates[name].order < runStates[state].order,
      now: name === state,
    }));

const total = (texts: readonly string[]): string => yuanFromFen(texts.reduce((sum, fen) => sum + BigInt(fen), 0n));

const stateSums = (rows: readonly StateSum[]): Detail['sums'] =>
  (Object.keys(lineStates) as LineState[]).flatMap((state) => {
    const own = rows.filter((row) => row.state === state);
    if (own.length === 0) return [];
    const lines = own.reduce((sum, row) => sum + row.lines, 0);
    const [amount, withheld] = [total(own.map(({ fen }) => fen)), total(own.map((row) => row.withheld))];
    return [{ state, label: lineStates[state].label, lines, amount, withheld }];
  });

const lives = (state: LineState): boolean => state !== 'cancelled';

const placesOf = (townships: readonly TownshipRow[], sums: readonly StateSum[]): Detail['places'] =>
  townships.map((row) => {
    const own = sums.filter(({ township }) => township === row.township);
    return {
      ...sumOf(row),
      township: row.township,
      name: nameOf(row.township),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      confirmedBy: row.confirmedBy,
      withheld: total(own.flatMap(({ state, withheld }) => (lives(state) ? [withheld] : []))),
      states: stateSums(own),
    };
  });

const holdsOf = (rows: readonly HoldSum[]): Detail['holds'] =>
  rows.flatMap((row) => {
    if (!isGuardReason(row.reason)) return [];
    const { label, todo, role, decidable } = guards[row.reason];
    return [
      {
        ...sumOf(row),
        withheld: total([row.withheld]),
        reason: row.reason,
        label,
        todo,
        desk: roles[role].label,
        decidable,
      },
    ];
  });

const historyOf = (rows: readonly EventRow[]): Detail['history'] =>
  rows.map(({ sequence, at, action, state, township, who, role, note }) => ({
    sequence,
    at: at.toISOString(),
    says: sayRunEvent(action),
    state: labelOf(state),
    place: township === null ? null : nameOf(township),
    who,
    role: roles[role as Role]?.label ?? role,
    note,
  }));

/** What anybody can do with the run, and for this reader whether now, and if not, why. */
export const actionsOf = (facts: RunFacts, actor: Actor): Detail['actions'] =>
  (Object.keys(runActions) as RunAction[]).map((action) => {
    const row: RunActionRow = runActions[action];
    const refusal = runRefusal(facts, action, actor, { expectedVersion: facts.version });
    return {
      action,
      says: row.says,
      allowed: refusal === undefined,
      why: refusal?.says ?? null,
      ownRole: row.by.includes(actor.role),
      needs: row.needs ?? null,
      returnTo: row.needs === 'returning' ? returnTargets(facts).map(labelOf) : [],
    };
  });

export interface DetailRows {
  readonly townships: readonly TownshipRow[];
  readonly sums: readonly StateSum[];
  readonly holds: readonly HoldSum[];
  readonly events: readonly EventRow[];
  readonly steps: readonly StepRow[];
}

export const detailView = (run: z.input<typeof RunView>, rows: DetailRows, facts: RunFacts, actor: Actor): Detail => ({
  ...run,
  stations: stationsOf(run.state.id),
  sums: stateSums(rows.sums),
  places: placesOf(rows.townships, rows.sums),
  holds: holdsOf(rows.holds),
  history: historyOf(rows.events),
  steps: rows.steps.map(({ step, round, doneAt, lines, fen }) => ({
    says: sayRunEvent(step),
    round,
    doneAt: doneAt.toISOString(),
    ...sumOf({ lines, fen }),
  })),
  actions: actionsOf(facts, actor),
});

export const exampleDetail: Detail = {
  ...exampleRun,
  stations: stationsOf('making'),
  sums: [{ state: 'pending', label: lineStates.pending.label, lines: 3116, amount: '1121760.00', withheld: '60.00' }],
  places: [],
  holds: [],
  history: [],
  steps: [
    { says: sayRunEvent('draw'), round: 1, doneAt: '2022-09-01T00:20:00.000Z', lines: 3120, amount: '1123200.00' },
  ],
  actions: [],
};
