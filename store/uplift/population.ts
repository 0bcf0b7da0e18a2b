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

/** What stands at the end of a page: division and case. */
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

const COLUMNS = `c.id as "caseId", c.programme, c.division, c.area, c.beneficiary_scope = 'singlePerson' as alone,
  e.monthly_fen::text as "oldFen", e.from_month as "fromMonth", d.matter_id is not null as "byMatter",
  a.id as "assessmentId", a.monthly_fen::text as "assessedFen", a.input_enc as "inputEnc", a.facts_hash = ${FACTS_HASH} as fresh`;

/** Active cases with the benefit in force and the assessment it rests on. Gradual exits were fixed when granted. */
const BENEFITING = `select ${COLUMNS} from "case" c
  left join lateral (select e.monthly_fen, e.from_month, e.decision_id from entitlement e
    where e.case_id = c.id and e.superseded_by is null and e.kind = 'benefit' order by e.from_month desc limit 1) e on true
  left join decision d on d.id = e.decision_id
  left join assessment a on a.id = d.assessment_id`;

const page = ({
  division,
  after,
  limit,
  programme,
  area,
}: Span): { readonly where: string; readonly values: readonly unknown[] } => ({
  where: `c.division >= $1 and c.division < $1 || ':'
    and (c.division, c.id) > ($2, coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
    and ($5::text is null or c.area = $5) and ($6::text is null or c.programme = $6) order by c.division, c.id limit $4`,
  values: [division, after.division, after.caseId, limit, area ?? null, programme ?? null],
});

export const benefitingPage = (ask: Ask, span: Span): Promise<readonly Found[]> => {
  const { where, values } = page(span);
  return ask<Found>(`${BENEFITING} where c.stage = 'benefiting' and ${where}`, values);
};

export const benefitingOf = (ask: Ask, caseIds: readonly string[]): Promise<readonly Found[]> =>
  ask<Found>(`${BENEFITING} where c.stage = 'benefiting' and c.id = any ($1::uuid[]) order by c.id`, [caseIds]);

/**
 * Households that were found marginal and have no case now: what the last assessment says of them. The household's other
 * cases must be over.
 */
export const marginalPage = (ask: Ask, span: Span): Promise<readonly Found[]> => {
  const { where, values } = page(span);
  return ask<Found>(
    `select ${COLUMNS.replace('e.monthly_fen::text', 'null::text').replace('e.from_month', 'null::text').replace('d.matter_id is not null', 'false')}
     from "case" c
     join lateral (select a.id, a.monthly_fen, a.input_enc, a.facts_hash, a.eligibility from assessment a
       where a.case_id = c.id order by a.frozen_at desc limit 1) a on a.eligibility = 'marginalHousehold'
     where c.stage in ('refused', 'stopped', 'closed')
       and not exists (select from "case" o where o.household_id = c.household_id and o.id <> c.id
         and (o.stage not in ('refused', 'stopped', 'closed') or o.submitted_at > c.submitted_at))
       and ${where}`,
    values,
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
