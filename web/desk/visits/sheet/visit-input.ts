import { checklistItems } from '../../../../domain/visits/checklist';
import type { Draft, Sheet } from './model';

/** Pictures of the sheet with the kind of paper they are at the office. */
export const picturesOf = ({ photos, signatures, sum }: Sheet) => [
  ...photos.map((id, index) => ({ id, kind: 'visitPhoto' as const, name: `入户照片${index + 1}` })),
  ...[
    { id: signatures.me, name: '调查人员签名1' },
    { id: signatures.second, name: '调查人员签名2' },
    { id: signatures.household, name: '住户签名' },
    { id: sum?.signature, name: '算账签名' },
  ].flatMap(({ id, name }) => (id === undefined ? [] : [{ id, kind: 'visitForm' as const, name }])),
];

const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  value === undefined ? {} : ({ [key]: value } as Readonly<Record<Key, Value>>);

/** The input of `recordVisit`, with the documents that the pictures have become. */
export const visitInputOf = ({ sheet, uploaded, me }: Pick<Draft, 'sheet' | 'uploaded' | 'me'>) => {
  const documentOf = (picture: string | undefined) =>
    given('documentId', picture === undefined ? undefined : uploaded[picture]);
  const { second, signatures, household, sum } = sheet;
  return {
    visitedOn: sheet.visitedOn,
    method: 'home',
    investigators: [
      { staffId: me, signed: signatures.me !== undefined, ...documentOf(signatures.me) },
      { ...second, signed: signatures.second !== undefined, ...documentOf(signatures.second) },
    ],
    ...(signatures.household === undefined
      ? {}
      : { householdSignature: { ...household, ...documentOf(signatures.household) } }),
    findings: sheet.findings.trim(),
    photoIds: sheet.photos.flatMap((picture) => uploaded[picture] ?? []),
    checklist: checklistItems.flatMap((item) => {
      const seen = sheet.checklist[item];
      return seen ? [{ item, ...seen }] : [];
    }),
    ...(sum === undefined
      ? {}
      : {
          sumAtTable: {
            on: sum.on,
            eligibility: sum.eligibility,
            monthly: sum.monthly,
            lines: sum.lines,
            ...given('signatureId', uploaded[sum.signature]),
          },
        }),
  };
};
