import type { CivilDate } from '../../domain/civil-date';
import type { Ask } from './ask';

/** A case as the reckoning finds it. Sums are text: they come over two kinds of connections. */
export interface Found {
  readonly caseId: string;
  readonly programme: string;
  readonly division: string;
  readonly area: string;
  readonly alone: boolean;
  readonly oldFen: string | null;
  readonly fromMonth: string | null;
  /** The decision in force came out of a matter. */
  readonly byMatter: boolean;
  readonly assessmentId: string | null;
  readonly assessedFen: string | null;
  readonly inputEnc: Uint8Array | null;
  /** No fact and no member changed since the assessment. */
  readonly fresh: boolean;
}

/** Who is reckoned, one after the other: cases in benefit, then households that were found marginal and have no case now. */
export const populations = ['benefiting', 'marginal'] as const;
export type Population = (typeof populations)[number];

/** Where a case stands in the order of a population. */
export interface Place {
  readonly division: string;
  readonly caseId: string | null;
}

export interface Span {
  readonly division: string;
  readonly after: Place;
  readonly limit: number;
  /** Only one programme or settlement, where a standard concerns one alone. */
  readonly programme?: string | undefined;
  readonly area?: string | undefined;
}

/** The same mark by which a decision knows a stale assessment (store/cases/facts.ts, factsHash). */
const FACTS_HASH = `encode(sha256(convert_to((select string_agg(x.id, ',' order by x.id collate "C") from (
    select f.id::text as id from fact f where f.case_id = c.id and f.superseded_at is null
    union all select m.person_id::text from case_member m where m.case_id = c.id and m.left_on is null) x), 'UTF8')), 'hex')`;

const LAST_ASSESSMENT = `join lateral (select a.id, a.monthly_fen, a.input_enc, a.facts_hash, a.eligibility from assessment a
  where a.case_id = c.id order by a.frozen_at desc limit 1) a on a.eligibility = 'marginalHousehold'`;

interface Source {
  /** Who belongs to it, with what must be known for that. */
  readonly members: { readonly join: string; readonly where: string };
  /** The benefit in force and the assessment that counts, of the cases $1. */
  readonly join: string;
  readonly benefit: string;
}

const sources: Readonly<Record<Population, Source>> = {
  benefiting: {
    members: { join: '', where: `c.stage = 'benefiting'` },
    // Gradual exits were fixed when granted.
    join: `left join (select distinct on (e.case_id) e.case_id, e.monthly_fen, e.from_month, e.decision_id from entitlement e
        where e.case_id = any ($1::uuid[]) and e.superseded_by is null and e.kind = 'benefit'
        order by e.case_id, e.from_month desc) e on e.case_id = c.id
      left join decision d on d.id = e.decision_id
      left join assessment a on a.id = d.assessment_id`,
    benefit: `e.monthly_fen::text as "oldFen", e.from_month as "fromMonth", d.matter_id is not null as "byMatter"`,
  },
  marginal: {
    members: {
      join: LAST_ASSESSMENT,
      where: `c.stage in ('refused', 'stopped', 'closed')
        and not exists (select from "case" o where o.household_id = c.household_id and o.id <> c.id
          and (o.stage not in ('refused', 'stopped', 'closed') or o.submitted_at > c.submitted_at))`,
    },
    join: LAST_ASSESSMENT,
    benefit: `null::text as "oldFen", null::text as "fromMonth", false as "byMatter"`,
  },
};

/** The next ones of a population, in the order of divisions. */
export const placesOf = (
  ask: Ask,
  population: Population,
  { division, after, limit, programme, area }: Span,
): Promise<readonly { readonly division: string; readonly caseId: string }[]> => {
  const { join, where } = sources[population].members;
  return ask(
    `select c.division, c.id as "caseId" from "case" c ${join}
     where ${where} and c.division >= $1 and c.division < $1 || ':'
       and (c.division, c.id) > ($2, coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
       and ($5::text is null or c.area = $5) and ($6::text is null or c.programme = $6)
     order by c.division, c.id limit $4`,
    [division, after.division, after.caseId, limit, area ?? null, programme ?? null],
  );
};

/** What counts of those of the cases that belong to a population. */
export const foundOf = (ask: Ask, population: Population, caseIds: readonly string[]): Promise<readonly Found[]> => {
  const { members, join, benefit } = sources[population];
  return ask<Found>(
    `select c.id as "caseId", c.programme, c.division, c.area, c.beneficiary_scope = 'singlePerson' as alone, ${benefit},
       a.id as "assessmentId", a.monthly_fen::text as "assessedFen", a.input_enc as "inputEnc",
       a.facts_hash = ${FACTS_HASH} as fresh
     from "case" c ${join} where ${members.where} and c.id = any ($1::uuid[]) order by c.division, c.id`,
    [caseIds],
  );
};

/** Active cases of a run's place that it has not looked at and whose assessment is older than the new standards. */
export const stragglers = async (
  ask: Ask,
  { runId, division, before, limit }: { runId: string; division: string; before: CivilDate; limit: number },
): Promise<readonly string[]> =>
  (
    await ask<{ id: string }>(
      `select c.id from "case" c
       join lateral (select e.decision_id from entitlement e
         where e.case_id = c.id and e.superseded_by is null and e.kind = 'benefit' order by e.from_month desc limit 1) e on true
       left join decision d on d.id = e.decision_id
       left join assessment a on a.id = d.assessment_id
       where c.stage = 'benefiting' and c.division >= $2 and c.division < $2 || ':'
         and coalesce(a.on_date, d.decided_on, '') < $3
         and not exists (select from uplift_result r where r.run_id = $1::uuid and r.case_id = c.id)
       order by c.id limit $4`,
      [runId, division, before, limit],
    )
  ).map(({ id }) => id);
