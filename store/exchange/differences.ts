import type { Sql } from '../sql';
import type { FoundDifference } from './snapshots';

interface Place {
  readonly snapshotId: string;
  readonly county: string;
  readonly kind: string;
}

/** An open difference of an earlier list is shown anew by this one, or is gone. */
const CLOSE = `
  update exchange_difference d set state = case when d.key = any($3::text[]) then 'replaced' else 'gone' end
  where d.county = $1 and d.kind = $2 and d.state = 'open'`;

/** What was decided to be of no matter stays so while nothing changes; whatever should have been corrected is open again. */
const INSERT = `
  insert into exchange_difference (id, snapshot_id, county, kind, key, township, case_id, person_id, title, differences, content_hash,
    content_enc, state, decision, note, settled_by, settled_at)
  select f.id, $2::uuid, $3, $4, f.key, f.township, f.case_id, f.person_id, f.title, f.differences, f.content_hash, f.content_enc,
    coalesce(before.state, 'open'), before.decision, before.note, before.settled_by, before.settled_at
  from jsonb_populate_recordset(null::exchange_difference, $1::jsonb) f
  left join lateral (
    select d.state, d.decision, d.note, d.settled_by, d.settled_at from exchange_difference d
    where d.county = $3 and d.kind = $4 and d.key = f.key and d.content_hash = f.content_hash and d.state = 'settled'
      and d.decision = 'noMatter'
    order by d.settled_at desc limit 1) before on true`;

const rowOf = ({
  id,
  key,
  caseId,
  personId,
  township,
  title,
  differences,
  contentHash,
  contentEnc,
}: FoundDifference) => ({
  id,
  key,
  township,
  case_id: caseId,
  person_id: personId,
  title,
  differences,
  content_hash: contentHash,
  content_enc: `\\x${contentEnc.toString('hex')}`,
});

/** Differences of one statement. */
const AT_ONCE = 2_000;

/** Puts the differences of the newest list in place of those of the one before. */
export const writeDifferences = async (
  sql: Sql,
  { snapshotId, county, kind }: Place,
  found: readonly FoundDifference[],
): Promise<void> => {
  await sql.query(CLOSE, [county, kind, found.map(({ key }) => key)]);
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const rows = found.slice(from, from + AT_ONCE).map(rowOf);
    await sql.query(INSERT, [JSON.stringify(rows), snapshotId, county, kind]);
  }
};
