import type { StepContext } from '../../../steps/context';
import { inputOf, ofCase } from '../../read-input';
import { oneForPerson } from '../one-for-person';
import { dated, mustBeAble, told } from '../refusal-parts';
import type { Opening } from './opening';

export const openWorkRefusal = async (context: StepContext, id: string): Promise<Opening> => {
  const report = inputOf(context, 'workRefusalReport');
  const { personId } = report;
  ofCase(context, 'personId', [personId]);
  dated(context, report);
  await mustBeAble(context, personId);
  await oneForPerson(context, 'workRefusal', personId, '该成员已在计次,请在原事项上登记再次拒绝');
  const count = report.goodReason ? 0 : 1;
  return { matter: { id, kind: 'workRefusal', personId }, summary: { count }, ...told(context, count) };
};
