import { z } from 'zod';
import { checklist, checklistAnswers } from '../../domain/visits/checklist';
import { openDisputes, type RecordedVisit } from '../../store/cases/visits';

const SumLineView = z.object({
  says: z.string(),
  clause: z.string().exactOptional(),
  answer: z.enum(['agreed', 'disputed']),
  note: z.string().exactOptional(),
});

const SumView = z.object({
  on: z.string(),
  eligibility: z.string(),
  monthly: z.string(),
  lines: z.array(SumLineView),
  signatureId: z.uuid().nullable(),
});

const Signer = z.object({
  name: z.string(),
  role: z.enum(['investigator', 'household']),
  signed: z.boolean(),
  manner: z.string().nullable(),
  documentId: z.uuid().nullable(),
});

export const VisitView = z
  .object({
    sequence: z.int(),
    owner: z.string(),
    on: z.string(),
    recordedAt: z.iso.datetime(),
    methodLabel: z.string(),
    findings: z.string(),
    photoIds: z.array(z.uuid()),
    signers: z.array(Signer),
    checklist: z.array(z.object({ label: z.string(), answer: z.string(), note: z.string().exactOptional() })),
    sum: SumView.nullable().meta({ description: '当面算账:当时逐行读给住户的内容和住户的答复' }),
    disputes: z.array(z.object({ line: z.string(), note: z.string() })),
  })
  .meta({ id: 'Visit', description: '一次入户,按当时的原话' });

type Visit = z.input<typeof VisitView>;

export const methodWords: Readonly<Record<string, string>> = {
  home: '入户',
  phone: '电话',
  video: '视频',
  letter: '信函',
  other: '其他',
};

/** Names of the staff and of the household by their ids. */
export interface VisitNames {
  readonly staff: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

const signersOf = ({ input }: RecordedVisit, { staff, people }: VisitNames): Visit['signers'] => {
  const { investigators, householdSignature: family } = input;
  return [
    ...investigators.map(({ staffId, name, signed, documentId }) => ({
      name: (staffId && staff.get(staffId)) ?? name ?? '',
      role: 'investigator' as const,
      signed,
      manner: null,
      documentId: documentId ?? null,
    })),
    ...(family
      ? [
          {
            name: (family.personId && people.get(family.personId)) ?? family.name ?? '',
            role: 'household' as const,
            signed: true,
            manner: family.manner,
            documentId: family.documentId ?? null,
          },
        ]
      : []),
  ];
};

const sumOf = ({ input: { sumAtTable } }: RecordedVisit): Visit['sum'] => {
  if (!sumAtTable) return null;
  const { lines, signatureId = null, ...head } = sumAtTable;
  return {
    ...head,
    signatureId,
    lines: lines.map(({ says, clause, answer, note }) => ({
      says,
      answer,
      ...(clause !== undefined && { clause }),
      ...(note !== undefined && { note }),
    })),
  };
};

export const visitView = (visit: RecordedVisit, names: VisitNames): Visit => {
  const { event, input } = visit;
  return {
    sequence: event.sequence,
    owner: event.owner,
    on: input.visitedOn,
    recordedAt: event.recordedAt.toISOString(),
    methodLabel: methodWords[input.method] ?? input.method,
    findings: input.findings,
    photoIds: [...input.photoIds],
    signers: signersOf(visit, names),
    checklist: (input.checklist ?? []).map(({ item, answer, note }) => ({
      label: checklist[item],
      answer: checklistAnswers[answer],
      ...(note !== undefined && { note }),
    })),
    sum: sumOf(visit),
    disputes: [...openDisputes([visit])],
  };
};

export const exampleVisit: Visit = {
  sequence: 5,
  owner: 'stage',
  on: '2022-08-05',
  recordedAt: '2022-08-05T08:00:00.000Z',
  methodLabel: '入户',
  findings: '住房、人口、收入与申报一致',
  photoIds: [],
  signers: [{ name: '示例经办', role: 'investigator', signed: true, manner: null, documentId: null }],
  checklist: [{ label: checklist.dwelling, answer: checklistAnswers.yes }],
  sum: {
    on: '2022-08-05',
    eligibility: 'wholeHousehold',
    monthly: '420.00',
    lines: [{ says: '全家一个月的收入合计1,200.00元', answer: 'disputed', note: '上个月没有活干' }],
    signatureId: null,
  },
  disputes: [{ line: '全家一个月的收入合计1,200.00元', note: '上个月没有活干' }],
};
