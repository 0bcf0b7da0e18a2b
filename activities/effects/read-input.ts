import type { InputOf } from '../../api/cases/inputs';
import { daysBetween, type CivilDate } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import type { InputKind } from '../../domain/lifecycle/inputs';
import type { StepContext } from '../steps/context';

/** The command's input: validated by the API against the schema of this kind before the engine heard of it. */
export const inputOf = <Kind extends InputKind>(context: StepContext, _kind: Kind): InputOf<Kind> =>
  context.input as InputOf<Kind>;

/** What is reported must have happened, and not before the case began. */
export const happened = (context: StepContext, path: string, date: CivilDate, notBefore?: CivilDate): CivilDate => {
  if (date > context.on) throw fieldError(path, `日期${date}在今天之后`);
  if (notBefore && daysBetween(notBefore, date) < 0) throw fieldError(path, `日期${date}早于${notBefore}`);
  return date;
};

/** @throws AppError personNotInCase unless every person belongs to the case. */
export const ofCase = (context: StepContext, path: string, personIds: readonly string[]): readonly string[] => {
  const strangers = personIds.filter(
    (id) => !context.row.members.some((member) => member.personId === id && !member.leftOn),
  );
  if (strangers.length > 0)
    throw new AppError('personNotInCase', '所选人员不是本案家庭成员,请从成员名单中选择', {
      fields: [{ path, message: '不是本案家庭成员' }],
    });
  return personIds;
};

/** The accounts among the people named; somebody without an account stands by name and signature in the input. */
export const accountsOf = async (
  context: StepContext,
  path: string,
  people: readonly { readonly staffId?: string | undefined }[],
): Promise<readonly string[]> => {
  const ids = [...new Set(people.flatMap(({ staffId }) => (staffId ? [staffId] : [])))];
  const known = await context.tx.staff.count({ where: { id: { in: ids } } });
  if (known !== ids.length) throw fieldError(path, '没有这个工作人员账号');
  const relatives = ids.filter((id) => context.facts.relatives.includes(id));
  if (relatives.length > 0)
    throw new AppError('relativeLockedOut', '备案的近亲属应当回避,不能参加调查', {
      fields: [{ path, message: '应当回避' }],
    });
  return ids;
};

/** @throws AppError documentUnknown unless every document was uploaded to this case. */
export const documentsOfCase = async (context: StepContext, path: string, ids: readonly string[]): Promise<void> => {
  const known = await context.tx.document.count({ where: { caseId: context.row.id, id: { in: [...ids] } } });
  if (known !== new Set(ids).size)
    throw new AppError('documentUnknown', '照片或材料不在本案中,请先上传到本案', {
      fields: [{ path, message: '请先上传到本案' }],
    });
};
