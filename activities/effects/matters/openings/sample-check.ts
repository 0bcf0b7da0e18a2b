import { sayMonth } from '../../../../domain/civil-date';
import type { StepContext } from '../../../steps/context';
import { inputOf } from '../../read-input';
import type { Opening } from './opening';

export const openSampleCheck = (context: StepContext, id: string): Opening => {
  const { month, rank, population } = inputOf(context, 'sampleDraw');
  return {
    matter: { id, kind: 'sampleCheck' },
    summary: { note: month },
    detail: `${sayMonth(month)}乡镇确认的${population}件中第${rank}位抽中`,
  };
};
