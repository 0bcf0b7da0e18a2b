import type { InputOf } from '../../../api/cases/inputs';
import { labourOn } from '../../../domain/dibao/labour';
import { AppError } from '../../../domain/errors';
import { assessmentInput } from '../../../store/cases/facts';
import type { StepContext } from '../../steps/context';
import { townshipLetter } from '../heads';
import { happened } from '../read-input';
import { workRefusalRule } from './share-cut';

type Refusal = InputOf<'workRefusalRecord'>;

/** The rule is for those who can work. @throws AppError noLabourAbility */
export const mustBeAble = async (context: StepContext, personId: string): Promise<void> => {
  const { tx, cipher, row, on, rulebook } = context;
  const { input } = await assessmentInput(tx, cipher, row, on);
  const member = input.members.find(({ id }) => id === personId);
  if (member && labourOn(member, on, row.division, rulebook.parameters) !== 'none') return;
  throw new AppError('noLabourAbility', '该成员没有劳动能力,不适用拒绝就业的规定', {
    fields: [{ path: 'personId', message: '没有劳动能力' }],
  });
};

export const dated = (context: StepContext, { offeredOn, refusedOn }: Refusal): void => {
  happened(context, 'offeredOn', offeredOn);
  happened(context, 'refusedOn', refusedOn, offeredOn);
};

/** What is told: how many in a row, and what follows (第三十四条). */
export const told = (context: StepContext, count: number) => {
  const { times } = workRefusalRule(context);
  if (count === 0) return { detail: '有正当理由,重新计次' };
  return {
    detail: `无正当理由,连续第${count}次`,
    letter: townshipLetter(
      context,
      'workRefusal',
      `您家有劳动能力的成员无正当理由拒绝接受介绍的工作,现为连续第${count}次。`,
      count < times
        ? `连续${times}次的,将减发或者停发其本人的保障金。`
        : '将按规定减发或者停发其本人的保障金,其他成员不受影响。',
    ),
  };
};
