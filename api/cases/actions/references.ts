import { AppError, type FieldError } from '../../../domain/errors';
import { findDivision } from '../../../domain/divisions';
import type { Tx } from '../../deps';
import { references } from '../../lifecycle/titles';
import type { CaseInScope } from '../access';

/** What a field that holds an id points to; those that no general form asks for stand here alone. */
const pointsTo = { ...references, signatureId: 'document', temporaryCaseId: 'case' } as const;
type Kind = (typeof references)[string] | 'case';

interface Reference {
  readonly path: string;
  readonly kind: Kind;
  readonly id: string;
}

const kindOf = (name: string): Kind | undefined =>
  Object.hasOwn(pointsTo, name) ? (pointsTo as Readonly<Record<string, Kind>>)[name] : undefined;

/** Every id in an input, with its path in the notation of field errors. */
const referencesIn = (value: unknown, path: string, kind?: Kind): readonly Reference[] => {
  if (typeof value === 'string') return kind ? [{ path, kind, id: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => referencesIn(item, `${path}[${at}]`, kind));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => referencesIn(inner, `${path}.${name}`, kindOf(name)));
};

type Found = Iterable<{ readonly id: string }>;

/** Which of the ids are what they should be: of this case, or known at all. */
const known: Readonly<Record<Kind, (tx: Tx, row: CaseInScope, ids: readonly string[]) => Found | Promise<Found>>> = {
  person: (_tx, { members }) => members.filter(({ leftOn }) => !leftOn).map(({ personId }) => ({ id: personId })),
  staff: (tx, _row, ids) => tx.staff.findMany({ where: { id: { in: [...ids] } }, select: { id: true } }),
  document: (tx, { id: caseId }, ids) =>
    tx.document.findMany({ where: { caseId, id: { in: [...ids] } }, select: { id: true } }),
  letter: (tx, { id: caseId }, ids) =>
    tx.letter.findMany({ where: { caseId, id: { in: [...ids] } }, select: { id: true } }),
  division: (_tx, _row, ids) => ids.filter((code) => findDivision(code)).map((id) => ({ id })),
  case: (tx, _row, ids) => tx.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true } }),
};

const refusals: Readonly<Record<Kind, readonly [code: string, says: string, field: string]>> = {
  person: ['personNotInCase', '所选人员不是本案家庭成员,请从成员名单中选择', '不是本案家庭成员'],
  staff: ['inputRefused', '没有所选的工作人员账号,请重新选择', '没有这个工作人员账号'],
  document: ['documentUnknown', '照片或材料不在本案中,请先上传到本案', '请先上传到本案'],
  letter: ['letterUnknown', '所选文书不是本案的,请从本案文书中选择', '不是本案的文书'],
  division: ['inputRefused', '没有所选的地区,请选择乡镇(街道)或村', '没有这个地区,请选择乡镇或村'],
  case: ['inputRefused', '没有这个临时救助案件,请核对后重填,或只填写受理编号', '没有这个案件'],
};

/**
 * Nothing of another case, and nothing that there is not, gets into a step by its id.
 * @throws AppError by the first kind that is wrong, with every wrong field under `input`
 */
export const requireOwnReferences = async (tx: Tx, row: CaseInScope, input: unknown): Promise<void> => {
  const all = referencesIn(input, 'input');
  const wrong: (Reference & FieldError)[] = [];
  for (const kind of new Set(all.map((one) => one.kind))) {
    const ofKind = all.filter((one) => one.kind === kind);
    const found = new Set(
      [...(await known[kind](tx, row, [...new Set(ofKind.map(({ id }) => id))]))].map(({ id }) => id),
    );
    wrong.push(...ofKind.filter(({ id }) => !found.has(id)).map((one) => ({ ...one, message: refusals[kind][2] })));
  }
  const [first] = wrong;
  if (!first) return;
  const [code, says] = refusals[first.kind];
  throw new AppError(code, says, { fields: wrong.map(({ path, message }) => ({ path, message })) });
};
