import { firstDayOf } from '../../domain/civil-date';
import type { ExchangeRecord, Kind } from '../../domain/exchange/kinds';
import { categoryLabel, inForceWithin, standardKey, standardsOf } from '../../domain/exchange/standards';
import { maskName } from '../../domain/mask';
import { yuanFromFen } from '../../domain/money';
import type { Parameters } from '../../domain/parameters/resolve';
import { canonicalJson, type FieldCipher } from '../crypto';
import type { Sql } from '../sql';
import { classesOf } from './classes';

/** A person, decision or standard as it is now, in our own words. */
export interface SourceRow {
  readonly key: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  /** For lists: masked. */
  readonly title: string;
  readonly record: ExchangeRecord;
  readonly hash: string;
}

/** What is asked for: a county's, or one household's. Days bound decisions and standards, the month a list. */
export interface Bounds {
  readonly county: string;
  readonly from: string;
  readonly to: string;
  readonly month: string;
  readonly caseId?: string;
}

export interface Source {
  readonly sql: Sql;
  readonly cipher: FieldCipher;
  readonly parameters: Parameters;
}

/** Equal for equal content, telling nothing of it. */
export const hashOf = (cipher: FieldCipher, record: ExchangeRecord): string =>
  cipher.tag('exchange', canonicalJson(record)).toString('hex');

const idNumberOf = (cipher: FieldCipher, personId: string, sealed: Uint8Array | null): string => {
  const opened = sealed && cipher.openJson('person', 'id_number_enc', personId, sealed);
  return typeof opened === 'string' ? opened : '';
};
const yuan = (fen: string | null): string => (fen === null ? '' : yuanFromFen(BigInt(fen)));
/** 12 digits as every case has it. */
const place = (division: string): string => division.padEnd(12, '0');

const standards = async ({ parameters, cipher }: Source, { county, from, to }: Bounds): Promise<readonly SourceRow[]> =>
  inForceWithin(standardsOf(parameters, county), { from, to }).map((one) => ({
    key: standardKey(county, one),
    caseId: null,
    personId: null,
    title: `${one.title}${one.category ? `(${categoryLabel(one.category)})` : ''} ${one.from}`,
    record: one.record,
    hash: hashOf(cipher, one.record),
  }));

interface DecisionRow {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly number: string;
  readonly division: string;
  readonly programme: string;
  readonly area: string;
  readonly name: string;
  readonly idNumberEnc: Uint8Array | null;
  readonly members: string;
  readonly beneficiaries: string;
  readonly decision: string;
  readonly decidedOn: string;
  readonly authority: string;
  readonly reasons: string;
  readonly fromMonth: string | null;
  readonly fen: string | null;
}

const DECISIONS = `
  select d.id::text as id, c.id::text as "caseId", p.id::text as "personId", c.number, d.division, c.programme, c.area, p.name,
    p.id_number_enc as "idNumberEnc", d.kind as decision, d.decided_on as "decidedOn", d.authority, d.reasons,
    (select count(*)::text from case_member m where m.case_id = c.id and (m.left_on is null or m.left_on > d.decided_on)) as members,
    coalesce(e.beneficiaries, '0') as beneficiaries, e.from_month as "fromMonth", e.fen
  from decision d join "case" c on c.id = d.case_id join person p on p.id = c.applicant_id
  left join lateral (
    select e.from_month, e.monthly_fen::text as fen,
      (select count(*)::text from entitlement_component k where k.entitlement_id = e.id) as beneficiaries
    from entitlement e where e.decision_id = d.id order by e.from_month limit 1) e on true
  where d.division >= $1 and d.division < $1::text || ':' and d.decided_on between $2 and $3 and ($4::uuid is null or c.id = $4::uuid)
  order by d.decided_on, c.number, d.id`;

const decisions = async ({ sql, cipher }: Source, bounds: Bounds): Promise<readonly SourceRow[]> => {
  const values = [bounds.county, bounds.from, bounds.to, bounds.caseId ?? null];
  const { rows } = await sql.query<DecisionRow>(DECISIONS, values);
  return rows.map((row) => {
    const record = {
      caseNumber: row.number,
      division: place(row.division),
      programme: row.programme,
      area: row.area,
      name: row.name,
      idNumber: idNumberOf(cipher, row.personId, row.idNumberEnc),
      memberCount: row.members,
      beneficiaryCount: row.beneficiaries,
      decision: row.decision,
      decidedOn: row.decidedOn,
      authority: row.authority,
      fromMonth: row.fromMonth ?? '',
      monthly: yuan(row.fen),
      reasons: row.reasons,
    };
    const title = `${maskName(row.name)} ${row.number} ${row.decidedOn}`;
    const { id: key, caseId, personId } = row;
    return { key, caseId, personId, title, record, hash: hashOf(cipher, record) };
  });
};

interface ListRow {
  readonly caseId: string;
  readonly personId: string;
  readonly assessmentId: string | null;
  readonly number: string;
  readonly division: string;
  readonly programme: string;
  readonly area: string;
  readonly name: string;
  readonly idNumberEnc: Uint8Array | null;
  readonly sex: string;
  readonly birthDate: string;
  readonly relation: string;
  readonly share: string | null;
  readonly fen: string;
  readonly fromMonth: string;
}

/** Everybody of a household that is entitled in the month; the office is the one that pays then. */
const LIST = `
  with entitled as materialized (
    select e.id, e.case_id, e.monthly_fen, e.from_month, e.decision_id, c.number, c.programme, c.area,
      coalesce((select v.division from case_division v where v.case_id = c.id and v.from_month <= $2
        order by v.from_month desc limit 1), c.division) as division
    from entitlement e join "case" c on c.id = e.case_id
    where e.superseded_by is null and e.from_month <= $2 and (e.to_month is null or e.to_month >= $2)
      and ($4::uuid is null or e.case_id = $4::uuid)
  )
  select e.case_id::text as "caseId", p.id::text as "personId", d.assessment_id::text as "assessmentId", e.number, e.division, e.programme,
    e.area, p.name, p.id_number_enc as "idNumberEnc", p.sex, p.birth_date as "birthDate", m.relation, k.fen::text as share,
    e.monthly_fen::text as fen, e.from_month as "fromMonth"
  from entitled e join case_member m on m.case_id = e.case_id and (m.left_on is null or m.left_on >= $3)
  join person p on p.id = m.person_id
  left join entitlement_component k on k.entitlement_id = e.id and k.person_id = p.id
  left join decision d on d.id = e.decision_id
  where e.division >= $1 and e.division < $1::text || ':' order by e.number, m.relation <> 'applicant', p.id`;

const lowIncomeList = async ({ sql, cipher }: Source, bounds: Bounds): Promise<readonly SourceRow[]> => {
  const values = [bounds.county, bounds.month, firstDayOf(bounds.month), bounds.caseId ?? null];
  const { rows } = await sql.query<ListRow>(LIST, values);
  const classes = await classesOf(
    { sql, cipher },
    rows.flatMap(({ assessmentId }) => assessmentId ?? []),
  );
  return rows.map((row) => {
    const record = {
      caseNumber: row.number,
      division: place(row.division),
      programme: row.programme,
      area: row.area,
      name: row.name,
      idNumber: idNumberOf(cipher, row.personId, row.idNumberEnc),
      sex: row.sex,
      birthDate: row.birthDate,
      relation: row.relation,
      beneficiary: row.share === null ? 'no' : 'yes',
      class: classes.get(`${row.assessmentId ?? ''}/${row.personId}`) ?? '',
      share: yuan(row.share ?? '0'),
      monthly: yuan(row.fen),
      fromMonth: row.fromMonth,
    };
    const { caseId, personId } = row;
    const title = `${maskName(row.name)} ${row.number}`;
    return { key: `${caseId}/${personId}`, caseId, personId, title, record, hash: hashOf(cipher, record) };
  });
};

const sources: Readonly<Record<Kind, (source: Source, bounds: Bounds) => Promise<readonly SourceRow[]>>> = {
  standards,
  decisions,
  lowIncomeList,
};

/** What there is now to hand up of a kind, in an order that stays the same. */
export const recordsOf = (source: Source, kind: Kind, bounds: Bounds): Promise<readonly SourceRow[]> =>
  sources[kind](source, bounds);
