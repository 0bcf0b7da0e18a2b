import { civilDateAt } from '../../domain/civil-date';
import { actionsNow, mattersNow } from '../../domain/lifecycle/actions-now';
import type { CaseFacts } from '../../domain/lifecycle/facts';
import type { InputKind } from '../../domain/lifecycle/inputs';
import { officeOf, type Role } from '../../domain/lifecycle/roles';
import type { CaseState } from '../../domain/lifecycle/state';
import { loadFacts } from '../../store/cases/load';
import { staffId, type CaseWorld, type TestCase } from '../support/case-world';

/** Draws that are the same for the same seed. */
export interface Dice {
  readonly below: (limit: number) => number;
  readonly pick: <Item>(list: readonly Item[]) => Item;
}

export const dice = (random: () => number): Dice => {
  const below = (limit: number): number => Math.floor(random() * limit);
  return { below, pick: (list) => list[below(list.length)]! };
};

interface Moment {
  readonly one: TestCase;
  readonly dice: Dice;
  readonly at: number;
  readonly letterIds: readonly string[];
}

const two = ({ dice: { below } }: Moment) => [
  { staffId: staffId('townshipClerk', 1 + below(2)) },
  { name: '某驻村干部' },
];
const reason = '按规定办理此事';

const offer = ({ at, dice: { below } }: Moment) => ({
  offeredOn: civilDateAt(at),
  employer: '某食品厂',
  work: '包装工',
  refusedOn: civilDateAt(at),
  goodReason: below(4) === 0,
  reason,
});
const filing = ({ at }: Moment) => ({
  filedOn: civilDateAt(at),
  receivedOn: civilDateAt(at),
  body: '市人民政府',
  claim: '撤销决定',
});

/** An input of each kind as an officer might give it, right or wrong by the rules. */
const inputs: Readonly<Partial<Record<InputKind, (moment: Moment) => object | Promise<object>>>> = {
  none: () => ({}),
  opinion: () => ({}),
  acceptance: () => ({}),
  reassessment: () => ({}),
  reason: () => ({ reason }),
  refusal: () => ({ reason }),
  recheckOpening: () => ({ reason }),
  missingPapers: () => ({ items: [{ paper: '收入证明', why: '未附' }] }),
  supplement: () => ({}),
  ground: ({ dice: { pick } }) => ({ ground: pick(['notInScope', 'incomplete', 'refusedInvestigation']), reason }),
  forwarding: ({ dice: { pick } }) => ({ division: pick(['530581001', '530581002']), reason }),
  assignment: ({ dice: { below } }) => ({ staffId: staffId('townshipClerk', 1 + below(2)), reason }),
  authorisation: ({ one, at }) => ({
    signatures: one.personIds.map((personId) => ({ personId, manner: 'signature' })),
    signedOn: civilDateAt(at),
  }),
  investigators: (moment) => ({ investigators: two(moment) }),
  visit: (moment) => ({
    visitedOn: civilDateAt(moment.at),
    method: 'home',
    investigators: two(moment),
    findings: '与申报一致',
    ...(moment.dice.below(4) > 0 && { householdSignature: { personId: moment.one.personIds[0], manner: 'signature' } }),
  }),
  neighbourVisit: (moment) => ({
    visitedOn: civilDateAt(moment.at),
    investigators: two(moment),
    neighbours: 2,
    findings: '属实',
  }),
  dataCheckRequest: () => ({ sources: ['bank'] }),
  dataCheckResult: ({ dice: { pick } }) => ({
    outcome: pick(['consistent', 'consistent', 'inconsistent']),
    findings: '已核对',
  }),
  dispute: () => ({ reason }),
  extension: () => ({ ground: 'hardToVerify', reason }),
  proposal: ({ dice: { pick } }) => ({ kind: pick(['confirm', 'confirm', 'confirm', 'refuse']), reason }),
  posting: async ({ one }) => ({ place: '公示栏', photoId: await one.document() }),
  document: async ({ one }) => ({ documentId: await one.document() }),
  objection: () => ({ what: '家中有车' }),
  appraisal: ({ at }) => ({
    heldOn: civilDateAt(at),
    attendance: 9,
    votesFor: 7,
    votesAgainst: 2,
    conclusion: '多数赞成',
  }),
  countyVisit: (moment) => ({ visitedOn: civilDateAt(moment.at), investigators: two(moment), findings: '属实' }),
  returning: ({ dice: { pick } }) => ({
    to: pick(['reviewing', 'publicised', 'proposed', 'investigating']),
    reason,
    todo: '补充',
  }),
  delivery: ({ dice: { pick }, letterIds, at }) => ({
    letterId: pick(letterIds),
    deliveredOn: civilDateAt(at),
    manner: 'inPerson',
  }),
  withdrawal: ({ at }) => ({ reason, writtenOn: civilDateAt(at) }),
  recheckResult: ({ dice: { pick } }) => ({ outcome: pick(['unchanged', 'change']), reason }),
  changeReport: ({ at }) => ({ what: 'income', happenedOn: civilDateAt(at), description: '收入变化' }),
  memberOut: ({ one, at }) => ({ personId: one.personIds[1], leftOn: civilDateAt(at), because: 'movedOut' }),
  changeProposal: ({ dice: { pick } }) => ({
    outcome: pick(['nothing', 'suspend', 'resume', 'stop', 'restore', 'increase']),
    reason,
  }),
  deathReport: ({ one, at, dice: { pick } }) => ({
    personId: pick(one.personIds),
    diedOn: civilDateAt(at),
    source: 'village',
  }),
  deathProof: ({ at }) => ({ diedOn: civilDateAt(at), proof: '死亡证明' }),
  complaintReport: () => ({ class: 'fraud', what: '反映隐瞒收入', named: false }),
  transferRequest: ({ dice: { pick } }) => ({ division: pick(['530581001', '530581002', '530102001']), reason }),
  workRefusalReport: (moment) => ({ personId: moment.one.personIds[0], ...offer(moment) }),
  workRefusalRecord: offer,
  reconsiderationFiling: (moment) => ({
    letterId: moment.dice.pick(moment.letterIds),
    venue: moment.dice.pick(['reconsideration', 'suit']),
    ...filing(moment),
  }),
  defence: () => ({ answer: '决定合法' }),
  suitFiling: filing,
  remedyOutcome: ({ at, dice: { pick } }) => ({
    outcome: pick(['upheld', 'restore', 'redo']),
    decidedOn: civilDateAt(at),
    receivedOn: civilDateAt(at),
    documentNumber: '复决〔2022〕1号',
    reason,
  }),
  emergencyReport: () => ({ need: 'illness', what: '突发重病' }),
  emergencyHandOver: () => ({ office: '镇社会救助站', temporaryCaseNumber: 'LS-1' }),
  complaintAnswer: ({ dice: { pick } }) => ({ outcome: pick(['unfounded', 'change', 'finding']), answer: '已核查' }),
};

const officers: readonly Role[] = [
  'villageAssistant',
  'townshipClerk',
  'townshipApprover',
  'countyDataDesk',
  'countyReviewer',
  'countyApprover',
];
/** What ends a walk is drawn seldom. */
const endings: ReadonlySet<string> = new Set(['withdraw', 'stopForNonCooperation', 'declineToAccept', 'forward']);

const inBenefit: ReadonlySet<string> = new Set(['benefiting', 'leaving', 'suspended']);

interface Option {
  readonly by: Role;
  readonly number: number;
  readonly division: string;
  readonly owner: string;
  readonly action: string;
  readonly needs: InputKind;
  readonly possible: boolean;
  /** Leads somewhere else. */
  readonly moves: boolean;
}

const optionsOf = (state: CaseState, facts: CaseFacts): readonly Option[] =>
  officers.flatMap((by) =>
    [1, 2].flatMap((number) => {
      const asked = Object.entries(facts.matters).find(([id]) => state.matters.some((open) => open.id === id))?.[1];
      const division = officeOf(by, number === 2 ? (asked?.division ?? state.division) : state.division);
      const actor = { id: staffId(by, number), role: by, division };
      const actions = actionsNow(state, facts, actor).filter(({ needs }) => needs in inputs);
      return actions.map(({ owner, action, needs, possible, targets }) => {
        const here = owner === 'stage' ? state.stage : state.matters.find(({ id }) => id === owner)?.step;
        const moves = targets.some((target) => target !== here);
        return { by, number, division, owner, action, needs, possible, moves };
      });
    }),
  );

const refused = (error: { readonly cause?: { readonly type?: string } }): void => {
  if (error.cause?.type === undefined || error.cause.type === 'Fenced') throw error;
};

const openSomething = async (state: CaseState, moment: Moment): Promise<void> => {
  const by = moment.dice.pick(officers);
  const division = officeOf(by, state.division);
  const kinds = mattersNow(state, { id: staffId(by), role: by, division }).filter(({ needs }) => needs in inputs);
  if (kinds.length === 0) return;
  const { kind, needs } = moment.dice.pick(kinds);
  await moment.one.open(kind, { by, division, input: await inputs[needs]!(moment), at: moment.at }).catch(refused);
};

/** One step of a walk: time passes, a matter is opened, or somebody does what the desk offers (or, seldom, does not). */
export const stroll = async ({ store }: CaseWorld, one: TestCase, dice: Dice, at: number): Promise<void> => {
  const row = await store.prisma.case.findUniqueOrThrow({ where: { id: one.id }, include: { letters: true } });
  const state = await one.state();
  const moment: Moment = { one, dice, at, letterIds: row.letters.map(({ id }) => id) };
  const draw = dice.below(20);
  if (draw === 0) return void (await one.wake(at));
  if (draw < (inBenefit.has(state.stage) && state.matters.length === 0 ? 12 : 3)) return openSomething(state, moment);
  const facts = await store.prisma.$transaction((tx) => loadFacts(tx, row));
  const options = optionsOf(state, facts);
  const wanted = options.filter(
    ({ action, possible }) => possible === draw < 19 && (!endings.has(action) || dice.below(20) === 0),
  );
  if (wanted.length === 0) return void (await one.wake(at));
  const moving = wanted.filter(({ moves }) => moves);
  const drawn = moving.length > 0 && dice.below(3) > 0 ? moving : wanted;
  const action = dice.pick([...new Set(drawn.map((option) => option.action))]);
  const { needs, ...doing } = dice.pick(drawn.filter((option) => option.action === action));
  await one.act(action, { ...doing, input: await inputs[needs]!(moment), at }).catch(refused);
};
