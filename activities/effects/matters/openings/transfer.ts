import { currentCode, findDivision, pathOf } from '../../../../domain/divisions';
import { fieldError } from '../../../../domain/errors';
import { levelDigits } from '../../../../domain/lifecycle/roles';
import { newScope } from '../../../../store/cases/scope';
import type { OpenedMatter, StepContext } from '../../../steps/context';
import { inputOf } from '../../read-input';
import type { Opening } from './opening';

/** The other office sees the case from this day on. */
export const openTransfer = async (context: StepContext, id: string): Promise<Opening> => {
  const { division } = inputOf(context, 'transferRequest');
  const target = currentCode(division, context.on).padEnd(levelDigits.village, '0');
  const township = target.slice(0, levelDigits.township);
  if (!findDivision(township, context.on)) throw fieldError('division', '没有这个地区,请选择乡镇(街道)或村');
  if (context.row.division.startsWith(township))
    throw fieldError('division', '迁入地仍在本乡镇(街道),不需要迁移,请用变更登记住址');
  await newScope(context.tx, context.row.id, target, context.on);
  const matter: OpenedMatter = { id, kind: 'transfer', division: target };
  return { matter, summary: { from: context.row.division, to: target }, detail: `迁往${pathOf(township)}` };
};
