import { availableParallelism } from 'node:os';
import limitTo from 'p-limit';
import type { PoolClient } from 'pg';
import { civilDateAt, endOfDay } from '../../domain/civil-date';
import { fundRules, type FundRules } from '../../domain/funds/rules';
import type { Ratio } from '../../domain/parameters/read';
import type { RunState } from '../../domain/payments/run';
import { deductionCap } from '../../domain/recovery/cap';
import { drawFunds } from '../../store/funds/draw';
import { guardRun, writeTasks } from '../../store/payments/guard';
import { carryOver, giveUpLines } from '../../store/payments/give-up';
import { countTownships, drawMonths } from '../../store/payments/draw';
import { drawOccasion } from '../../store/payments/draw-occasion';
import { lockRun, recordEvent, type RunRow } from '../../store/payments/history';
import { lookAgain } from '../../store/payments/look-again';
import { lookAt } from '../../store/payments/looked';
import { occasionOf, type Occasion } from '../../store/payments/occasion';
import { noteStartPaid } from '../../store/payments/occasion-places';
import { paymentRules, type PaymentRules, type RunScope } from '../../store/payments/scope';
import { gatherGoing, sendLines } from '../../store/payments/send';
import { settleWithheldWhole, withholdAgreed } from '../../store/payments/withhold';
import { writeFiles, type FileDeps } from '../../store/payment-files/write-files';
import type { StepDeps } from '../steps/apply-step';

/** Runs write files besides rows. */
export interface PaymentDeps extends StepDeps {
  readonly files: FileDeps['files'];
}

/** What the workflow of a run does next: look again at once, wait (at most until `until`), or end. */
export interface Advance {
  readonly next: 'again' | 'wait' | 'done';
  readonly until?: number;
}

interface Station {
  readonly client: PoolClient;
  readonly run: RunRow;
  readonly scope: RunScope;
  /** What a run of a subsidy pays for. */
  readonly occasion: Occasion | undefined;
  readonly rules: PaymentRules;
  readonly funds: FundRules;
  /** Of a township: what part of a month's benefit may be withheld at most. */
  readonly capOf: (township: string) => Ratio;
  readonly at: Date;
  readonly fileDeps: FileDeps;
}

const SYSTEM = { role: 'system' } as const;
const again: Advance = { next: 'again' };
const HOUR_MS = 3_600_000;

const go = async ({ client, run, at }: Station, state: RunState, action: string, note?: string): Promise<Advance> => {
  await recordEvent(client, run, state, { action, at, ...SYSTEM, ...(note && { note }) });
  return again;
};

const markDone = async ({ client, run, at }: Station, step: string): Promise<void> => {
  await client.query(
    `insert into payment_step (run_id, step, round, done_at, lines, fen)
     select $1, $2, (select count(*) + 1 from payment_step where run_id = $1 and step = $2), $3, lines, fen from payment_run where id = $1`,
    [run.id, step, at],
  );
};

/** The list of an earlier month is drawn first, so that every month stands in its own run. */
const earlierStillDrawing = async ({ client, run }: Station): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from payment_run where county = $1 and programme = $2 and kind = $3 and month < $4 and state = 'drawing' limit 1`,
    [run.county, run.programme, run.kind, run.month],
  );
  return (rowCount ?? 0) > 0;
};

const draw = async (station: Station): Promise<Advance> => {
  const { client, run, scope, rules, occasion, capOf, at } = station;
  if (await earlierStillDrawing(station)) return { next: 'wait', until: at.getTime() + 2_000 };
  // Two lists of one county are drawn one after the other.
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`payment/${run.county}/${run.programme}`]);
  await giveUpLines(client, run.id, 'redrawn', at, null);
  await carryOver(client, run, at);
  if (occasion) await drawOccasion(client, scope, occasion, at);
  else {
    await drawMonths(client, scope, rules.firstMonth ?? run.month, at);
    await withholdAgreed(client, run.id, capOf, at);
  }
  if ((await lookAt(client, run.id)) > 0) await guardRun(client, scope, rules, at, true);
  await noteLook(station);
  await countTownships(client, run.id);
  await markDone(station, 'draw');
  const { rows } = await client.query<{ lines: number }>('select lines from payment_run where id = $1', [run.id]);
  if (rows[0]?.lines !== 0) return go(station, 'confirming', 'draw');
  await go(station, 'settled', 'draw', '没有应发对象');
  if (occasion) await noteStartPaid(client, occasion, civilDateAt(at.getTime()));
  return again;
};

const confirming = async (station: Station): Promise<Advance> => {
  const { client, run } = station;
  const { rowCount } = await client.query(
    'select from payment_township where run_id = $1 and confirmed_at is null limit 1',
    [run.id],
  );
  return rowCount === 0 ? go(station, 'making', 'allConfirmed') : waiting(station);
};

const preparing = async (station: Station): Promise<Advance> =>
  BigInt(station.run.fen) <= station.rules.financeMakerAbove
    ? go(station, 'releasing', 'belowThreshold')
    : waiting(station);

const send = async (station: Station): Promise<Advance> => {
  const { client, run, scope, rules, at, fileDeps } = station;
  await lookAgain(client, scope, rules, at);
  await gatherGoing(client, run.id);
  await drawFunds(client, scope, station.funds, at);
  const files = await sendLines(client, run, at);
  await settleWithheldWhole(client, run.id, at);
  await writeFiles(client, fileDeps, run, files, at);
  await markDone(station, 'send');
  await client.query('update payment_run set released_at = $2 where id = $1', [run.id, at]);
  if (station.occasion) await noteStartPaid(client, station.occasion, civilDateAt(at.getTime()));
  return go(station, 'paying', 'send');
};

/** Whether there are lines of which the bank has not said what became of them: found along the run, not among all runs. */
const someOpen = async (client: PoolClient, runId: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from payment_line where run_id = $1 and state in ('sent', 'uncertain') order by township, id limit 1`,
    [runId],
  );
  return rowCount === 1;
};

const paying = async (station: Station): Promise<Advance> => {
  const { client, run, at } = station;
  await writeTasks(client, run.id, at);
  return (await someOpen(client, run.id)) ? waiting(station) : go(station, 'settled', 'settle');
};

const cancelled = async ({ client, run, at }: Station): Promise<Advance> => {
  await giveUpLines(client, run.id, 'runCancelled', at, null);
  return { next: 'done' };
};

/** What a decision left of its tasks after the end. */
const settled = async ({ client, run, at }: Station): Promise<Advance> => {
  await writeTasks(client, run.id, at);
  return { next: 'done' };
};

const noteLook = async ({ client, run, at }: Station): Promise<void> => {
  await client.query('update payment_run set looked_at = $2 where id = $1', [run.id, at]);
};

/**
 * What is held may go on at every step. The whole list is looked at when it is drawn, right before it goes, and by the hour
 * in between.
 */
const look = async (station: Station): Promise<void> => {
  const { client, run, scope, rules, at } = station;
  const fresh = run.lookedAt && at.getTime() - run.lookedAt.getTime() < HOUR_MS ? run.lookedAt : undefined;
  await lookAgain(client, scope, rules, at, fresh);
  if (!fresh) await noteLook(station);
};

/** Whoever holds the run now, the money should be with the households by the pay-by day; said once when it is not. */
const waiting = async (station: Station): Promise<Advance> => {
  const { client, run, at } = station;
  if (run.state !== 'paying') await look(station);
  const due = run.payBy ? endOfDay(run.payBy) : undefined;
  if (due === undefined || run.lateSince || run.state === 'paying')
    return { next: 'wait', until: at.getTime() + HOUR_MS };
  if (at.getTime() < due) return { next: 'wait', until: Math.min(due, at.getTime() + HOUR_MS) };
  await client.query('update payment_run set late_since = $2 where id = $1', [run.id, civilDateAt(due)]);
  return go(station, run.state, 'late');
};

/** What the system does at each station; people's own steps stand in domain/payments/run.ts. */
const stations: Readonly<Record<RunState, (station: Station) => Promise<Advance>>> = {
  drawing: draw,
  confirming,
  making: waiting,
  checking: waiting,
  preparing,
  releasing: waiting,
  sending: send,
  paying,
  settled,
  cancelled,
};

const advance = async ({ store, rulebook, files }: PaymentDeps, runId: string, at: number): Promise<Advance> => {
  // Read before the run is held: whoever holds it waits for no second connection.
  const { parameters, occasion } = await store.prisma.$transaction(async (tx) => {
    const known = await rulebook.parameters(tx);
    const opened = await tx.paymentRun.findUnique({ where: { id: runId }, select: { kind: true, occasionId: true } });
    return {
      parameters: known,
      occasion: opened?.occasionId ? await occasionOf(tx, known, opened.kind, opened.occasionId) : undefined,
    };
  });
  return store.withScopedClient(undefined, async (client) => {
    // A whole county in one statement takes as long as it takes, and room to be matched in memory; the activity's own limit ends it.
    await client.query(`set local statement_timeout = 0; set local work_mem = '32MB'`);
    const run = await lockRun(client, runId);
    if (!run) return { next: 'done' };
    const { county, programme, month, kind } = run;
    const scope = { runId, county, programme, month, kind };
    const today = civilDateAt(at);
    return stations[run.state]({
      client,
      run,
      scope,
      occasion,
      rules: paymentRules(parameters, county, today),
      funds: fundRules(parameters, county, today),
      capOf: (township) => deductionCap(parameters, today, township),
      at: new Date(at),
      fileDeps: { files, cipher: store.cipher },
    });
  });
};

/** Counties moved at once: more of them would only stand in each other's way, on the same cores, pages and locks. */
const abreast = limitTo(Math.max(2, availableParallelism()));

/** One step of a run in one transaction, its done-marker inside: a repeated step finds the next station. */
export const advanceRun: typeof advance = (...step) => abreast(() => advance(...step));
