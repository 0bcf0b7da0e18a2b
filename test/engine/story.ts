import { civilDateAt, startOfDay, type CivilDate } from '../../domain/civil-date';
import type { MatterKind } from '../../domain/lifecycle/matters';
import type { Role } from '../../domain/lifecycle/roles';
import type { CaseState, Owner } from '../../domain/lifecycle/state';
import type { ApplicationInput } from '../../api/cases/application/schema';
import { newId } from '../../store/uuid';
import type { CaseWorld, TestCase } from '../support/case-world';
import {
  accept,
  confirm,
  investigate,
  poorFamily,
  post,
  propose,
  publicise,
  recommend,
  type WalkOptions,
} from '../support/walk';

const MINUTE = 60_000;
const MORNING = 9 * 60 * MINUTE;

/** One case on the manual clock; every step is a minute after the one before. */
export interface Story {
  readonly one: TestCase;
  today(): CivilDate;
  /** Lets time pass until nine in the morning of a day: what falls due before happens. */
  pass(to: CivilDate): Promise<void>;
  act(
    action: string,
    by: Role,
    input?: object,
    more?: { readonly owner?: Owner; readonly number?: number },
  ): Promise<CaseState>;
  open(kind: MatterKind, by: Role, input: object): Promise<Owner>;
  accept(): Promise<void>;
  investigate(): Promise<void>;
  propose(more?: Pick<WalkOptions, 'kind' | 'beneficiaryId'>): Promise<void>;
  publicise(): Promise<void>;
  post(): Promise<void>;
  recommend(): Promise<void>;
  confirm(): Promise<void>;
  /** The wage of the first member from today on, as a fact in place of all incomes. */
  wage(amount: string): Promise<void>;
}

export interface Plot {
  readonly on: CivilDate;
  readonly seed?: number;
  readonly application?: Partial<ApplicationInput>;
}

export const tell = async (world: CaseWorld, { on, seed = 1, application }: Plot): Promise<Story> => {
  let at = startOfDay(on) + MORNING;
  const one = await world.submit({ ...poorFamily(seed), ...application }, { at, clock: 'manual' });
  const options = (): WalkOptions => ({ at: (at += MINUTE), manual: true });
  const walk = (step: (one: TestCase, options: WalkOptions) => Promise<void>) => (): Promise<void> =>
    step(one, options());
  return {
    one,
    today: () => civilDateAt(at),
    pass: async (to) => {
      at = startOfDay(to) + MORNING;
      await one.wake(at);
    },
    act: async (action, by, input = {}, more = {}) =>
      (await one.act(action, { by, input, ...more, at: (at += MINUTE) })).state,
    open: (kind, by, input) => one.open(kind, { by, input, at: (at += MINUTE) }),
    accept: walk(accept),
    investigate: walk(investigate),
    propose: (more = {}) => propose(one, { ...options(), ...more }),
    publicise: walk(publicise),
    post: walk(post),
    recommend: walk(recommend),
    confirm: walk(confirm),
    wage: async (amount) => {
      const { prisma, cipher } = world.store;
      const recordedAt = new Date(at);
      const { householdId } = await prisma.case.findUniqueOrThrow({ where: { id: one.id } });
      await prisma.fact.updateMany({
        where: { caseId: one.id, kind: 'income', supersededAt: null },
        data: { supersededAt: recordedAt },
      });
      const id = newId();
      const personId = one.personIds[0]!;
      const content = { member: personId, kind: 'wage', amount, per: 'month' };
      const contentEnc = cipher.sealJson('fact', 'content_enc', id, content);
      await prisma.fact.create({
        data: {
          id,
          caseId: one.id,
          householdId,
          personId,
          kind: 'income',
          contentEnc,
          validFrom: civilDateAt(at),
          recordedAt,
        },
      });
    },
  };
};

/** From one day on the townships of an area confirm by themselves. */
export const delegate = async (
  { store }: CaseWorld,
  division: string,
  from: CivilDate,
  makerId: string,
): Promise<void> => {
  const at = new Date();
  await store.prisma.parameterEntry.create({
    data: {
      id: newId(),
      parameter: 'dibao.confirmation',
      division,
      validFrom: from,
      value: 'entrusted',
      reference: '测试:下放确认权限',
      state: 'approved',
      makerId,
      checkerId: makerId,
      createdAt: at,
      checkedAt: at,
    },
  });
};

/** As far as the decision, with nothing in the way. */
export const publicised = async (story: Story): Promise<void> => {
  for (const step of [story.accept, story.investigate, story.propose, story.publicise, story.post]) await step();
};

/** A change from report to approval by the county. */
export const change = async (story: Story, what: string, proposal: object): Promise<Owner> => {
  const owner = await story.open('change', 'townshipClerk', {
    what,
    happenedOn: story.today(),
    description: '情况有变化',
  });
  await story.act('assess', 'townshipClerk', {}, { owner });
  await story.act('propose', 'townshipClerk', { reason: '按现行标准重新核算', ...proposal }, { owner });
  await story.act('endorse', 'townshipApprover', {}, { owner });
  await story.act('approve', 'countyApprover', {}, { owner });
  return owner;
};
