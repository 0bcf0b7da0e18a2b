import { sayDate } from '../../domain/civil-date';
import { paragraph, type Block } from '../../domain/letters/typeset/blocks';
import { checklist, checklistAnswers } from '../../domain/visits/checklist';
import type { RecordedVisit } from '../../store/cases/visits';
import type { Tx } from '../deps';
import { namesOfVisits } from '../visits/names';
import { methodWords, visitView, type VisitNames } from '../visits/visit-view';
import type { Contents } from './contents';
import { mannerWords } from './form-words';
import { section } from './sections';

/** Whether the visit was taken down on the phone, so that the form is complete without a scan. */
export const isWholeForm = ({ input }: RecordedVisit): boolean => (input.checklist ?? []).length > 0;

const checklistTable = ({ input }: RecordedVisit): Block[] =>
  (input.checklist ?? []).length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { title: '核对内容', share: 8 },
            { title: '结果', share: 3 },
            { title: '说明', share: 7 },
          ],
          rows: (input.checklist ?? []).map(({ item, answer, note = '' }) => [
            checklist[item],
            checklistAnswers[answer],
            note,
          ]),
        },
      ];

const answerWords = { agreed: '认可', disputed: '有异议' } as const;

const sumTable = ({ input: { sumAtTable } }: RecordedVisit): Block[] =>
  sumAtTable === undefined
    ? []
    : [
        { kind: 'heading', text: `当面算账(${sayDate(sumAtTable.on)})` },
        {
          kind: 'table',
          columns: [
            { title: '逐行说明', share: 9 },
            { title: '住户', share: 3 },
            { title: '住户的说法', share: 6 },
          ],
          rows: sumAtTable.lines.map(({ says, answer, note = '' }) => [says, answerWords[answer], note]),
        },
      ];

const signersTable = (visit: RecordedVisit, names: VisitNames): Block => ({
  kind: 'table',
  columns: [
    { title: '签字人', share: 5 },
    { title: '身份', share: 4 },
    { title: '方式', share: 5 },
  ],
  rows: visitView(visit, names).signers.map(({ name, role, signed, manner, documentId }) => [
    name,
    role === 'household' ? '家庭成员' : '调查人员',
    signed ? `${mannerWords[manner ?? 'signature'] ?? ''}${documentId ? '(手写签名附后)' : ''}` : '未签字',
  ]),
});

/** 入户调查表: what was seen, the sum as it was read out, and who signed. Photos and signatures stand with the scans. */
export const visitSections = async (tx: Tx, { visits }: Contents): Promise<Block[]> => {
  const names = await namesOfVisits(tx, visits);
  return visits.flatMap((visit): Block[] => {
    const { visitedOn, method, findings, photoIds } = visit.input;
    return [
      section('入户调查表', `入户调查表(${sayDate(visitedOn)})`),
      paragraph(`日期:${sayDate(visitedOn)};方式:${methodWords[method] ?? method};照片${photoIds.length}张。`),
      paragraph(`调查情况:${findings}`),
      ...checklistTable(visit),
      ...sumTable(visit),
      signersTable(visit, names),
    ];
  });
};
