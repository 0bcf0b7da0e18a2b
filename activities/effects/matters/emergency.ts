import { AppError } from '../../../domain/errors';
import type { Effect } from '../../steps/context';
import { inputOf } from '../read-input';

/** The link stays in the file: by the case where it is one of ours, else by the number that the other office gave. */
export const handOver: Effect = async (context) => {
  const { office, temporaryCaseId, temporaryCaseNumber } = inputOf(context, 'emergencyHandOver');
  if (temporaryCaseId && (await context.tx.case.count({ where: { id: temporaryCaseId } })) === 0)
    throw new AppError('caseUnknown', '没有这个临时救助案件,请核对后重填,或只填写受理编号', {
      fields: [{ path: 'temporaryCaseId', message: '没有这个案件' }],
    });
  return {
    matterOutcome: 'handedOver',
    summary: { ...(temporaryCaseId && { linkedCaseId: temporaryCaseId }) },
    detail: `${office}接办${temporaryCaseNumber ? `,受理编号${temporaryCaseNumber}` : ''}`,
  };
};

export const dismiss: Effect = () => ({ matterOutcome: 'dismissed' });
