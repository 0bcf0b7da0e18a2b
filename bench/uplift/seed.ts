import type { Client, PoolClient } from 'pg';
import { createAnswerer } from '../../domain/dibao/assess';
import type { AssessmentInput } from '../../domain/dibao/input';
import { nationalParameters } from '../../domain/parameters/generated';
import { createParameters } from '../../domain/parameters/resolve';
import { factsHash } from '../../store/cases/facts';
import type { FieldCipher } from '../../store/crypto';
import { uuidOf } from '../../store/uuid';

type Row = Readonly<Record<string, unknown>>;
type Connection = Pick<Client | PoolClient, 'query'>;

/** A household of the file: what it is told to the rules by, and its rows. */
export interface Seeded {
  readonly caseId: string;
  readonly input: AssessmentInput;
  /** What it gets by the standards of its decision; 0: refused. */
  readonly oldFen: bigint;
}

const DECIDED = '2022-05-15';
const DECIDED_AT = '2022-05-15T02:00:00Z';
const SINCE = '2022-06';
const YEAR = 2022;
const AT_ONCE = 1_000;

const answer = createAnswerer(createParameters(nationalParameters));

/** The same household with ids of its own, and birthdays on New Year's Day so that ages hold all year. */
const settled = (household: AssessmentInput, number: number, township: string): AssessmentInput => {
  const idOf = (id: string | undefined): string => uuidOf('bench', 'person', number, id ?? '');
  const named = <Item extends { readonly member?: string }>(items: readonly Item[] = []): Item[] =>
    items.map((item) => (item.member ? { ...item, member: idOf(item.member) } : item));
  return {
    ...household,
    date: DECIDED,
    division: `${township}000`,
    members: household.members.map(({ age = 0, ...member }) => ({
      ...member,
      id: idOf(member.id),
      birthDate: `${YEAR - age}-01-01`,
      sex: 'female' as const,
    })),
    incomes: named(household.incomes),
    expenses: named(household.expenses),
    assets: named(household.assets),
  };
};

const bytes = (sealed: Uint8Array): string => `\\x${Buffer.from(sealed).toString('hex')}`;

/** The facts of a household as an office records them: one row for each. */
const factsOf = (cipher: FieldCipher, caseId: string, householdId: string, input: AssessmentInput): Row[] => {
  const kinds = { member: input.members, income: input.incomes, expense: input.expenses, asset: input.assets };
  return Object.entries(kinds).flatMap(([kind, items = []]) =>
    items.map((item, index): Row => {
      const id = uuidOf(caseId, kind, index);
      const { member = kind === 'member' ? (item as { id: string }).id : null } = item as { member?: string };
      return {
        ...{ id, kind, case_id: caseId, household_id: householdId, person_id: member },
        content_enc: bytes(cipher.sealJson('fact', 'content_enc', id, item)),
        ...{ valid_from: DECIDED, recorded_at: DECIDED_AT },
      };
    }),
  );
};

const tables = [
  'person',
  'household',
  'case',
  'case_member',
  'fact',
  'assessment',
  'decision',
  'entitlement',
  'entitlement_component',
] as const;
type Rows = Record<(typeof tables)[number], Row[]>;

const frozenRow = (
  cipher: FieldCipher,
  caseId: string,
  input: AssessmentInput,
  facts: readonly Row[],
  fen: bigint,
  eligibility: string,
): Row => {
  const id = uuidOf(caseId, 'assessment');
  const hash = factsHash(
    facts.map((fact) => ({ id: String(fact['id']) })),
    input.members.map((member) => member.id),
  );
  return {
    ...{ id, case_id: caseId, on_date: DECIDED, eligibility, monthly_fen: `${fen}`, facts_hash: hash },
    input_enc: bytes(cipher.sealJson('assessment', 'input_enc', id, input)),
    result_enc: bytes(cipher.sealJson('assessment', 'result_enc', id, {})),
    frozen_at: DECIDED_AT,
  };
};

const addBenefit = (
  rows: Rows,
  caseId: string,
  assessmentId: unknown,
  shares: readonly { member: string; monthly: bigint }[],
): void => {
  const [decisionId, entitlementId] = [uuidOf(caseId, 'decision'), uuidOf(caseId, 'entitlement')];
  const fen = shares.reduce((sum, { monthly }) => sum + monthly, 0n);
  rows.decision.push({
    ...{ id: decisionId, case_id: caseId, kind: 'confirm', decided_on: DECIDED, authority: 'county' },
    ...{ division: '530581', assessment_id: assessmentId, reasons: '示例', created_at: DECIDED_AT },
  });
  rows.entitlement.push({
    ...{ id: entitlementId, case_id: caseId, programme: 'dibao', from_month: SINCE, kind: 'benefit' },
    ...{ monthly_fen: `${fen}`, decision_id: decisionId },
  });
  for (const { member, monthly } of shares)
    rows.entitlement_component.push({ entitlement_id: entitlementId, person_id: member, fen: `${monthly}` });
};

const addHousehold = (rows: Rows, cipher: FieldCipher, number: number, input: AssessmentInput): Seeded => {
  const [caseId, householdId] = [uuidOf('bench', 'case', number), uuidOf('bench', 'household', number)];
  const { monthly, eligibility, beneficiaries } = answer(input);
  const applicant = input.members[0]!;
  const facts = factsOf(cipher, caseId, householdId, input);
  const frozen = frozenRow(cipher, caseId, input, facts, monthly, eligibility);
  const stage = monthly > 0n ? 'benefiting' : 'refused';
  const snapshot = { schemaVersion: 1, caseId, programme: 'dibao', division: input.division, epoch: 1, sequence: 1 };
  rows.person.push(
    ...input.members.map(({ id, birthDate }) => ({ id, name: `示例${number}`, birth_date: birthDate, sex: 'female' })),
  );
  rows.household.push({ id: householdId, division: input.division, area: input.area });
  rows.case.push({
    ...{ id: caseId, number: `530581-U-${number}`, programme: 'dibao', division: input.division, area: input.area },
    ...{ household_id: householdId, applicant_id: applicant.id, applicant_name: `示例${number}`, stage, sequence: 1 },
    ...{ member_count: input.members.length, stage_version: 1, submitted_at: DECIDED_AT, stage_since: DECIDED_AT },
    ...{ decided_on: DECIDED, monthly_fen: `${monthly}`, engine_started_at: DECIDED_AT, clock: 'engine' },
    snapshot: { ...snapshot, stage, stageVersion: 1, matters: [], alarms: [], clock: 'engine' },
  });
  rows.case_member.push(
    ...input.members.map(({ id, relation }) => ({ case_id: caseId, person_id: id, relation, beneficiary: true })),
  );
  rows.fact.push(...facts);
  rows.assessment.push(frozen);
  if (monthly > 0n) addBenefit(rows, caseId, frozen['id'], beneficiaries);
  return { caseId, input, oldFen: monthly };
};

/** All tables in one statement: the server works at it while the next households are made. */
const insertAll = async (client: Connection, rows: Rows): Promise<void> => {
  const filled = tables.filter((table) => rows[table].length > 0);
  const inserts = filled.map((table, index) => {
    const columns = Object.keys(rows[table][0]!)
      .map((name) => `"${name}"`)
      .join(', ');
    return `t${index} as (insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $${index + 1}::jsonb))`;
  });
  await client.query(
    `with ${inserts.join(', ')} select`,
    filled.map((table) => JSON.stringify(rows[table])),
  );
};

/**
 * Households number `from` and on as cases decided on 15 May 2022 in townships of 腾冲市: in benefit where the rules of
 * that day give something, else refused. As owner; a thousand in one statement, answered one thousand at a time.
 */
export async function* seedHouseholds(
  client: Connection,
  cipher: FieldCipher,
  {
    households,
    townships,
    from,
    count,
  }: { households: readonly AssessmentInput[]; townships: readonly string[]; from: number; count: number },
): AsyncGenerator<readonly Seeded[]> {
  await client.query('set session_replication_role = replica');
  let inserted = Promise.resolve();
  for (let first = from; first < from + count; first += AT_ONCE) {
    const rows = Object.fromEntries(tables.map((table) => [table, [] as Row[]])) as Rows;
    const numbers = Array.from({ length: Math.min(AT_ONCE, from + count - first) }, (_, index) => first + index);
    const seeded = numbers.map((number) =>
      addHousehold(
        rows,
        cipher,
        number,
        settled(households[number % households.length]!, number, townships[number % townships.length]!),
      ),
    );
    await inserted;
    inserted = insertAll(client, rows);
    yield seeded;
  }
  await inserted;
  await client.query('set session_replication_role = origin');
}
