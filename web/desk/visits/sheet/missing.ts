import { checklistItems } from '../../../../domain/visits/checklist';
import { askedFacts, type KnownFact } from './changes';
import type { Sheet } from './model';

/** What the sum rests on: when it changes after the signature, the sum must be read out again. */
export const foundOf = ({ visitedOn, facts, added }: Sheet): string => JSON.stringify([visitedOn, facts, added]);

export const isStale = (sheet: Sheet): boolean => sheet.sum !== undefined && sheet.sum.found !== foundOf(sheet);

interface Row {
  /** The step where it is filled in. */
  readonly step: number;
  readonly says: string;
  readonly is: (sheet: Sheet, facts: readonly KnownFact[]) => boolean;
}

const unanswered = (sheet: Sheet, facts: readonly KnownFact[]): boolean =>
  askedFacts(facts).some(({ id }) => sheet.facts[id] === undefined);

const rows: readonly Row[] = [
  { step: 0, says: '选择同去的调查人员', is: ({ second }) => !second.staffId && !second.name?.trim() },
  { step: 1, says: '至少拍一张照片', is: ({ photos }) => photos.length === 0 },
  { step: 2, says: '逐项确认上次的情况', is: unanswered },
  {
    step: 3,
    says: '核对清单每项都要选,不一致的写明情况',
    is: ({ checklist }) =>
      checklistItems.some((item) => {
        const seen = checklist[item];
        return seen === undefined || (seen.answer === 'no' && !seen.note?.trim());
      }),
  },
  { step: 4, says: '情况变了,请重新算账并由住户签字', is: isStale },
  { step: 5, says: '写明调查情况', is: ({ findings }) => findings.trim() === '' },
  { step: 5, says: '本人签字', is: ({ signatures }) => signatures.me === undefined },
  { step: 5, says: '同去的调查人员签字', is: ({ signatures }) => signatures.second === undefined },
  { step: 5, says: '家庭成员签字', is: ({ signatures }) => signatures.household === undefined },
  {
    step: 5,
    says: '按手印须有见证人',
    is: ({ household }) => household.manner === 'thumbprint' && !household.witness?.trim(),
  },
];

/** What is still missing before the investigators leave; each with the step where it is filled in. */
export const missingOf = (sheet: Sheet, facts: readonly KnownFact[]): readonly Pick<Row, 'step' | 'says'>[] =>
  rows.filter(({ is }) => is(sheet, facts)).map(({ step, says }) => ({ step, says }));
