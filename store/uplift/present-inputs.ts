import type { CivilDate } from '../../domain/civil-date';
import type { AssessmentInput } from '../../domain/dibao/input';
import { composeInput, type FactContent, type FactKind, type OpenFact } from '../cases/facts';
import type { FieldCipher } from '../crypto';
import type { Ask } from './ask';

interface FactRow {
  readonly caseId: string;
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly contentEnc: Uint8Array;
}

interface MemberRow {
  readonly caseId: string;
  readonly personId: string;
  readonly relation: string;
  readonly beneficiary: boolean;
  readonly birthDate: string;
  readonly sex: string;
}

const grouped = <Row extends { readonly caseId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.caseId, [...(groups.get(row.caseId) ?? []), row]);
  return groups;
};

export interface Household {
  readonly caseId: string;
  readonly programme: string;
  readonly division: string;
  readonly area: string;
  /** One person of the household is the case. */
  readonly alone: boolean;
}

/** The rules' input of many cases from their present facts: three statements, however many. */
export const presentInputs = async (
  ask: Ask,
  cipher: FieldCipher,
  households: readonly Household[],
  on: CivilDate,
): Promise<ReadonlyMap<string, AssessmentInput>> => {
  if (households.length === 0) return new Map();
  const ids = [households.map(({ caseId }) => caseId)];
  const facts = grouped(
    await ask<FactRow>(
      `select case_id as "caseId", id, kind, person_id as "personId", content_enc as "contentEnc" from fact
       where case_id = any ($1::uuid[]) and superseded_at is null order by recorded_at, id`,
      ids,
    ),
  );
  const members = grouped(
    await ask<MemberRow>(
      `select m.case_id as "caseId", m.person_id as "personId", m.relation, m.beneficiary, p.birth_date as "birthDate", p.sex
       from case_member m join person p on p.id = m.person_id where m.case_id = any ($1::uuid[]) and m.left_on is null`,
      ids,
    ),
  );
  const opened = ({ id, kind, personId, contentEnc }: FactRow): OpenFact => ({
    id,
    kind: kind as FactKind,
    personId,
    content: cipher.openJson('fact', 'content_enc', id, contentEnc) as FactContent[FactKind],
  });
  return new Map(
    households.map(({ caseId, programme, division, area, alone }) => {
      const own = members.get(caseId) ?? [];
      const { input } = composeInput(
        { id: caseId, programme, division, area, members: own.map((member) => ({ ...member, leftOn: null })) },
        (facts.get(caseId) ?? []).map(opened),
        own.map(({ personId, birthDate, sex }) => ({ id: personId, birthDate, sex })),
        on,
      );
      const only = alone ? own.find(({ beneficiary }) => beneficiary)?.personId : undefined;
      return [
        caseId,
        { ...input, members: input.members.map((one) => (one.id === only ? { ...one, appliesAlone: true } : one)) },
      ];
    }),
  );
};
