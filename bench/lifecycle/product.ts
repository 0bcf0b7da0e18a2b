import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { CaseAnswer } from '../../api/cases/views/schema';
import { civilDateAt } from '../../domain/civil-date';
import { engine } from '../../domain/lifecycle/engine';
import { atATime, timed } from '../lib/at-a-time';
import { act, fileCase, type Officer } from '../lib/officers';
import { insist } from '../lib/report';
import type { Round } from './round';

interface Step {
  readonly action: string;
  readonly input: (one: CaseAnswer, officers: readonly [Officer, Officer]) => object;
}

const adults = ({ members }: CaseAnswer): readonly string[] =>
  members.filter(({ mustAuthorise }) => mustAuthorise).map(({ personId }) => personId);
const today = (): string => civilDateAt(Date.now());

/** Four real steps of a township clerk; the last one ends the case. */
const steps: readonly Step[] = [
  { action: 'accept', input: () => ({}) },
  {
    action: 'recordAuthorisation',
    input: (one) => ({
      signatures: adults(one).map((personId) => ({ personId, manner: 'signature' })),
      signedOn: today(),
    }),
  },
  {
    action: 'startInvestigation',
    input: (_one, officers) => ({ investigators: officers.map(({ staffId }) => ({ staffId })) }),
  },
  { action: 'withdraw', input: () => ({ reason: '家庭情况好转', writtenOn: today() }) },
];
export const productSteps = steps.map(({ action }) => action);

export interface Parties {
  readonly client: Client;
  readonly pool: Pool;
  readonly officers: readonly Officer[];
}

const walk = async ({ client, officers }: Parties, officer: Officer, index: number): Promise<Walked> => {
  const colleague = officers[(officers.indexOf(officer) + 1) % officers.length]!;
  const start = await timed(() => fileCase(officer, index));
  let one = start.value;
  const took: number[] = [];
  for (const { action, input } of steps) {
    const step = await timed(() => act(officer, one, action, input(one, [officer, colleague])));
    one = step.value;
    took.push(step.ms);
  }
  insist(one.stage.id === 'closed', `case ${one.number} is ${one.stage.id} after its last step`);
  await client.workflow.getHandle(engine.workflowId(one.id)).result();
  return { id: one.id, start: start.ms, steps: took };
};

interface Walked {
  readonly id: string;
  readonly start: number;
  readonly steps: readonly number[];
}

/** Every case closed, with its five events in order, its steps audited once each, and no limit or task left open. */
const checkAll = async (pool: Pool, ids: readonly string[]): Promise<void> => {
  const count = async (what: string, sql: string, expected: number): Promise<void> => {
    const { rows } = await pool.query<{ n: number }>(sql, [ids]);
    insist(rows[0]?.n === expected, `${what}: ${rows[0]?.n} instead of ${expected}`);
  };
  const [cases, events] = [ids.length, ids.length * (steps.length + 1)];
  insist(new Set(ids).size === cases, 'two applications became one case');
  await count(
    'closed cases',
    `select count(*)::int as n from "case" where id = any($1) and stage = 'closed' and sequence = ${steps.length + 1}`,
    cases,
  );
  await count('events', 'select count(*)::int as n from case_event where case_id = any($1)', events);
  await count(
    'numbered events',
    `select count(distinct (case_id, sequence))::int as n from case_event where case_id = any($1) and sequence between 1 and ${steps.length + 1}`,
    events,
  );
  await count('audit rows', 'select count(*)::int as n from audit_row where case_id = any($1)', events);
  await count(
    'limits still running',
    "select count(*)::int as n from deadline where case_id = any($1) and state in ('running', 'late')",
    0,
  );
  await count(
    'tasks still open',
    'select count(*)::int as n from work_item where case_id = any($1) and done_at is null',
    0,
  );
};

/** `count` cases through the API, one officer each at a time. */
export const productRound = async (parties: Parties, count: number): Promise<Round> => {
  const walked: Walked[] = [];
  const { ms } = await timed(() =>
    atATime(
      parties.officers,
      Array.from({ length: count }, (_, index) => index),
      async (officer, index) => {
        walked.push(await walk(parties, officer, index));
      },
    ),
  );
  await checkAll(
    parties.pool,
    walked.map(({ id }) => id),
  );
  insist(walked.length === count, `${walked.length} cases instead of ${count}`);
  return { cases: count, ms, steps: walked.flatMap((one) => one.steps), starts: walked.map(({ start }) => start) };
};
