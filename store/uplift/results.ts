import type { Ask } from './ask';
import type { Reckoned } from './reckon';
import type { UpliftRunRow } from './run';

/** One statement, however many. A case that the run knows already stays as it was reckoned. */
export const keepResults = (ask: Ask, runId: string, results: readonly Reckoned[]): Promise<unknown> =>
  ask(
    `insert into uplift_result (run_id, case_id, division, area, class, old_fen, new_fen, persons, reason)
     select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]::bigint[], $7::text[]::bigint[], $8::int[], $9::text[])
     on conflict do nothing`,
    [
      runId,
      results.map(({ caseId }) => caseId),
      results.map(({ division }) => division),
      results.map(({ area }) => area),
      results.map((one) => one.class),
      results.map(({ oldFen }) => `${oldFen}`),
      results.map(({ newFen }) => `${newFen}`),
      results.map(({ persons }) => persons),
      results.map(({ reason }) => reason ?? null),
    ],
  );

/** What a dry run found, fixed once it is whole. */
export const sumCounties = (ask: Ask, runId: string): Promise<unknown> =>
  ask(
    `insert into uplift_county (run_id, county, class, area, cases, persons, old_fen, new_fen)
     select run_id, left(division, 6), class, area, count(*), sum(persons), sum(old_fen), sum(new_fen)
     from uplift_result where run_id = $1::uuid group by 1, 2, 3, 4`,
    [runId],
  );

interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Of every class the cases whose hash with the seed comes first, at least one and no more than `most`: anybody can draw
 * it again (md5 of seed/case id).
 */
export const drawUpliftSample = (
  ask: Ask,
  { id, seed }: Pick<UpliftRunRow, 'id' | 'seed'>,
  { numerator, denominator }: Rate,
  most: number,
): Promise<unknown> =>
  ask(
    `insert into uplift_sample (run_id, case_id, division, rank)
     select $1::uuid, case_id, division, row_number() over (order by class, place) from (
       select case_id, division, class, row_number() over (partition by class order by md5($2 || '/' || case_id::text)) as place,
         count(*) over (partition by class) as of
       from uplift_result where run_id = $1::uuid) drawn
     where place <= least($5::bigint, (of * $3::bigint + $4::bigint - 1) / $4::bigint)`,
    [id, seed, `${numerator}`, `${denominator}`, `${most}`],
  );
