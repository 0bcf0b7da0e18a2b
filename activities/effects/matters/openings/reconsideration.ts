import type { InputOf } from '../../../../api/cases/inputs';
import { sayDate } from '../../../../domain/civil-date';
import { computeDeadline } from '../../../../domain/deadlines/compute';
import { unitLabels } from '../../../../domain/deadlines/kinds';
import { AppError } from '../../../../domain/errors';
import type { StepContext } from '../../../steps/context';
import { happened, inputOf } from '../../read-input';
import { objectedOf, type Objected } from '../remedies/objected';
import type { Opening } from './opening';

const venues = {
  reconsideration: { label: '行政复议', step: 'filed', limit: { kind: 'reconsideration' } },
  suit: { label: '行政诉讼', step: 'sued', limit: { kind: 'suit', variant: 'direct' } },
} as const;

type Filing = InputOf<'reconsiderationFiling'>;

/** The limit runs from delivery: what was never delivered cannot be late. @throws AppError remedyLate unless excused */
const inTime = (
  { row, rulebook }: StepContext,
  { venue, filedOn, excuse }: Filing,
  { deliveredOn }: Objected,
): void => {
  if (!deliveredOn || excuse) return;
  const { label, limit } = venues[venue];
  const { due, length, unit } = computeDeadline({ ...limit, from: deliveredOn, division: row.division, ...rulebook });
  if (filedOn <= due) return;
  throw new AppError(
    'remedyLate',
    `决定于${sayDate(deliveredOn)}送达,${label}期限${length}${unitLabels[unit]},已于${sayDate(due)}届满;因不可抗力等正当理由耽误的,请填写“逾期的正当理由”`,
    { fields: [{ path: 'filedOn', message: `期限已于${sayDate(due)}届满` }] },
  );
};

export const openReconsideration = async (context: StepContext, id: string): Promise<Opening> => {
  const filing = inputOf(context, 'reconsiderationFiling');
  const { letterId, venue, filedOn, receivedOn, body, excuse } = filing;
  happened(context, 'filedOn', filedOn);
  happened(context, 'receivedOn', receivedOn, filedOn);
  const objected = await objectedOf(context, letterId);
  inTime(context, filing, objected);
  const { step, label } = venues[venue];
  return {
    matter: { id, kind: 'reconsideration', step, starts: [{ kind: 'defence', variant: venue, from: receivedOn }] },
    summary: { outcome: venue, on: filedOn, ...(objected.decision && { decisionId: objected.decision.id }) },
    detail: `不服${objected.letter.title},向${body}提出${label}${excuse ? ',逾期有正当理由' : ''}`,
  };
};
