import { civilDateAt } from '../../domain/civil-date';
import { emergencyOn } from '../../domain/emergency/event';
import { AppError } from '../../domain/errors';
import type { InputOf } from '../../api/cases/inputs';
import type { Effect, StepContext } from '../steps/context';
import { townshipLetter } from './heads';
import { accountsOf, documentsOfCase, happened, inputOf, ofCase } from './read-input';

export const recordAuthorisation: Effect = (context) => {
  const { signatures, signedOn } = inputOf(context, 'authorisation');
  happened(context, 'signedOn', signedOn);
  const personIds = ofCase(
    context,
    'signatures',
    signatures.flatMap(({ personId }) => (personId ? [personId] : [])),
  );
  return { summary: { personIds, on: signedOn }, detail: `${personIds.length}人` };
};

export const startInvestigation: Effect = async (context) => {
  const { investigators } = inputOf(context, 'investigators');
  return {
    summary: { staffIds: await accountsOf(context, 'investigators', investigators), people: investigators.length },
  };
};

/**
 * Whether a visit stands for the home visit, and what the timeline says of it. Two investigators must come and the
 * household sign; by phone or video only in an emergency, where nobody can sign (第十六条). A letter never stands for it.
 */
const visitStands = ({ rulebook, row }: StepContext, visit: InputOf<'visit'>): { signed: boolean; detail: string } => {
  const allSigned = visit.investigators.every(({ signed }) => signed);
  if (visit.method === 'home' || visit.method === 'other') {
    const signed = allSigned && visit.householdSignature !== undefined;
    return { signed, detail: signed ? '签字齐全' : '签字未齐' };
  }
  const event = emergencyOn(rulebook.parameters, { on: visit.visitedOn, division: row.division });
  if (visit.method === 'letter' || !event?.remoteVisit)
    return { signed: false, detail: `${methods[visit.method]}调查,不能代替入户` };
  return { signed: allSigned, detail: `${methods[visit.method]}调查(${event.name}期间)` };
};

const methods = { phone: '电话', video: '视频', letter: '信函' } as const;

/** Drawn with a finger: the investigators', the household's on the visit and on the sum. */
const signatureIds = ({ investigators, householdSignature, sumAtTable }: InputOf<'visit'>): readonly string[] =>
  [
    ...investigators.map(({ documentId }) => documentId),
    householdSignature?.documentId,
    sumAtTable?.signatureId,
  ].filter((id) => id !== undefined);

/** 当面算账 in the timeline: the result, and whether the household agreed. */
const sumSays = ({ sumAtTable }: InputOf<'visit'>): string => {
  if (!sumAtTable) return '';
  const disputed = sumAtTable.lines.filter(({ answer }) => answer === 'disputed').length;
  return `当面算账每月${sumAtTable.monthly}元,${disputed > 0 ? `住户对${disputed}项有异议` : '住户无异议'}`;
};

export const recordVisit: Effect = async (context) => {
  const visit = inputOf(context, 'visit');
  happened(context, 'visitedOn', visit.visitedOn, context.facts.acceptedOn);
  await documentsOfCase(context, 'photoIds', visit.photoIds);
  await documentsOfCase(context, 'sumAtTable', signatureIds(visit));
  const { signed, detail } = visitStands(context, visit);
  const disputed = visit.sumAtTable?.lines.filter(({ answer }) => answer === 'disputed').length ?? 0;
  if (visit.householdSignature?.personId)
    ofCase(context, 'householdSignature.personId', [visit.householdSignature.personId]);
  return {
    summary: {
      staffIds: await accountsOf(context, 'investigators', visit.investigators),
      people: visit.investigators.length,
      signed,
      on: visit.visitedOn,
      outcome: visit.method,
      ...(disputed > 0 && { disputed }),
    },
    detail: [detail, sumSays(visit)].filter(Boolean).join(';'),
  };
};

export const recordNeighbourVisit: Effect = async (context) => {
  const visit = inputOf(context, 'neighbourVisit');
  happened(context, 'visitedOn', visit.visitedOn, context.facts.acceptedOn);
  return {
    summary: {
      staffIds: await accountsOf(context, 'investigators', visit.investigators),
      people: visit.neighbours,
      on: visit.visitedOn,
    },
    detail: `走访${visit.neighbours}户`,
  };
};

export const requestDataCheck: Effect = (context) => ({
  summary: { people: inputOf(context, 'dataCheckRequest').sources.length },
});

export const recordDataCheck: Effect = (context) => {
  const { outcome, checkedOn } = inputOf(context, 'dataCheckResult');
  if (checkedOn) happened(context, 'checkedOn', checkedOn);
  return { summary: { outcome }, detail: outcome === 'consistent' ? '与申报一致' : '与申报不一致,请告知申请人' };
};

const extensionGrounds = {
  objection: '公示有异议',
  separatedResidence: '人户分离',
  otherPlace: '异地申办',
  hardToVerify: '家庭经济状况难以核查',
} as const;

/** The only relief from the whole limit: 45 working days from acceptance, once, on a listed ground (第二十二条). */
export const extend: Effect = (context) => {
  const { ground } = inputOf(context, 'extension');
  if (!context.facts.acceptedOn) throw new AppError('notYetAccepted', '尚未受理,不能延长期限');
  return {
    summary: { outcome: ground },
    detail: extensionGrounds[ground],
    starts: [{ kind: 'decision', variant: 'extended', from: context.facts.acceptedOn }],
    letter: townshipLetter(
      context,
      'extension',
      `因${extensionGrounds[ground]},本案办理期限延长,最长不超过自受理之日起45个工作日。`,
    ),
  };
};

export const disputeDataCheck: Effect = async (context) => {
  await documentsOfCase(context, 'documentIds', inputOf(context, 'dispute').documentIds);
  return { detail: '必须重新核对' };
};

export const recordPosting: Effect = async (context) => {
  const { photoId, postedOn } = inputOf(context, 'posting');
  if (postedOn) happened(context, 'postedOn', postedOn, context.facts.acceptedOn);
  await documentsOfCase(context, 'photoId', [photoId]);
  // The notice runs from the day it is recorded with its photo: a date from memory never shortens it.
  return { summary: { on: civilDateAt(context.at) } };
};

export const recordEndPhoto: Effect = async (context) => {
  await documentsOfCase(context, 'documentId', [inputOf(context, 'document').documentId]);
  return {};
};
