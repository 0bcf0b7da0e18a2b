import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import type { Effect } from '../steps/context';
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

export const recordVisit: Effect = async (context) => {
  const visit = inputOf(context, 'visit');
  happened(context, 'visitedOn', visit.visitedOn, context.facts.acceptedOn);
  await documentsOfCase(context, 'photoIds', visit.photoIds);
  const allSigned = visit.investigators.every(({ signed }) => signed);
  const byHousehold = visit.householdSignature !== undefined;
  if (visit.householdSignature?.personId)
    ofCase(context, 'householdSignature.personId', [visit.householdSignature.personId]);
  return {
    summary: {
      staffIds: await accountsOf(context, 'investigators', visit.investigators),
      people: visit.investigators.length,
      signed: allSigned && byHousehold,
      on: visit.visitedOn,
      outcome: visit.method,
    },
    detail: allSigned && byHousehold ? '签字齐全' : '签字未齐',
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
