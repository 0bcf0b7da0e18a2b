import { civilDateAt } from '../../domain/civil-date';
import type { TestCase } from './case-world';
import { staffId } from './case-world';

const investigators = [{ staffId: staffId('townshipClerk', 2) }, { name: '某驻村干部', post: '驻村干部' }];

export interface WalkOptions {
  /** The day of the inputs' dates; on the manual clock the instant of each step too. */
  readonly at: number;
  readonly manual?: boolean;
  readonly kind?: 'confirm' | 'singlePerson' | 'refuse';
  readonly beneficiaryId?: string;
  readonly ruralClass?: 'A' | 'B' | 'C';
}

const timed = ({ at, manual }: WalkOptions): { at?: number } => (manual ? { at } : {});

/** The usual way of an application, one stage after the other. */
export const accept = async (one: TestCase, options: WalkOptions): Promise<void> => {
  await one.act('accept', { by: 'townshipClerk', ...timed(options) });
};

export const authorise = async (one: TestCase, options: WalkOptions): Promise<void> => {
  const signatures = one.personIds.map((personId) => ({ personId, manner: 'signature' }));
  await one.act('recordAuthorisation', {
    by: 'townshipClerk',
    input: { signatures, signedOn: civilDateAt(options.at) },
    ...timed(options),
  });
};

export const investigate = async (one: TestCase, options: WalkOptions): Promise<void> => {
  const on = civilDateAt(options.at);
  await authorise(one, options);
  await one.act('startInvestigation', { by: 'townshipClerk', input: { investigators }, ...timed(options) });
  await one.act('recordVisit', {
    by: 'townshipClerk',
    input: {
      visitedOn: on,
      method: 'home',
      investigators,
      householdSignature: { personId: one.personIds[0], manner: 'signature' },
      findings: '情况与申报一致',
    },
    ...timed(options),
  });
  await one.act('requestDataCheck', {
    by: 'townshipClerk',
    input: { sources: ['bank', 'vehicle'] },
    ...timed(options),
  });
  await one.act('startDataCheck', { by: 'countyDataDesk', ...timed(options) });
  await one.act('recordDataCheck', {
    by: 'countyDataDesk',
    input: { outcome: 'consistent', findings: '无异常' },
    ...timed(options),
  });
};

export const propose = async (one: TestCase, options: WalkOptions): Promise<void> => {
  const { kind = 'confirm', beneficiaryId, ruralClass } = options;
  await one.act('propose', {
    by: 'townshipClerk',
    input: { kind, ...(beneficiaryId && { beneficiaryId }), ...(ruralClass && { ruralClass }), reason: '符合规定条件' },
    ...timed(options),
  });
};

export const publicise = async (one: TestCase, options: WalkOptions): Promise<void> => {
  await one.act('approveProposal', { by: 'townshipApprover', input: {}, ...timed(options) });
};

export const post = async (one: TestCase, options: WalkOptions): Promise<void> => {
  await one.act('recordPosting', {
    by: 'townshipClerk',
    input: { place: '村委会公示栏', photoId: await one.document() },
    ...timed(options),
  });
};

export const recommend = async (one: TestCase, options: WalkOptions): Promise<void> => {
  await one.act('recommend', { by: 'countyReviewer', input: { opinion: '材料齐全' }, ...timed(options) });
};

export const confirm = async (one: TestCase, options: WalkOptions): Promise<void> => {
  await one.act('confirm', { by: 'countyApprover', input: { opinion: '予以确认' }, ...timed(options) });
};

const steps = {
  submitted: [],
  investigating: [accept],
  proposed: [accept, investigate, propose],
  publicised: [accept, investigate, propose, publicise],
  posted: [accept, investigate, propose, publicise, post],
} as const;

/** Brings a fresh case as far as its public notice; what follows needs time to pass. */
export const walkTo = async (one: TestCase, place: keyof typeof steps, options: WalkOptions): Promise<void> => {
  for (const step of steps[place]) await step(one, options);
};

/** An urban family with a low wage: the rules find it eligible as a whole. */
export const poorFamily = (seed: number, wage = '600') => ({
  programme: 'dibao' as const,
  division: '530581001',
  area: 'urban' as const,
  route: 'hukou' as const,
  address: '测试路1号',
  applyingThrough: 'self' as const,
  promise: true as const,
  members: [
    {
      ref: 'm1',
      name: '甲某',
      relation: 'applicant' as const,
      birthDate: `19${60 + (seed % 30)}-05-15`,
      sex: 'male' as const,
      labour: 'partial' as const,
    },
    {
      ref: 'm2',
      name: '乙某',
      relation: 'spouse' as const,
      birthDate: '1977-03-02',
      sex: 'female' as const,
      labour: 'none' as const,
    },
  ],
  applicant: 'm1',
  incomes: [{ member: 'm1', kind: 'wage' as const, amount: wage, per: 'month' as const }],
  beneficiaryScope: 'wholeHousehold' as const,
});
