import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { CaseAnswer } from '../../api/cases/views/schema';
import { formSchema } from '../../api/lifecycle/form-schema';
import { inputKinds, type InputKind } from '../../domain/lifecycle/inputs';
import { stateOf } from '../../store/cases/load';
import { places, type Place } from '../support/inputs/places';
import type { Ids } from '../support/inputs/right';
import { wrongTogether, type Step, type Wrong } from '../support/inputs/wrong';
import { startSystem, type RunningSystem } from '../support/running-system';
import { memberFields } from '../../web/desk/intake/member-fields';
import { check } from '../../web/shared/schema-form/check';
import { fieldKind, type JsonSchema } from '../../web/shared/schema-form/schema';
import { deskOf, openBrowser } from './support/desk';
import { answerEmpty } from './support/states';

/** Once each: a step that stands in several stages has one form. By the system alone nobody fills in a form. */
const forms = [
  ...new Map(
    places
      .filter(({ name }) => name !== 'open.sampleCheck')
      .map((place) => [`${place.matter?.kind ?? place.call}.${place.action}`, place] as const),
  ).values(),
];
const nameOf = ({ call, action, matter }: Place): string =>
  `${call === 'openMatter' ? 'open' : (matter?.id ?? 'stage')}.${action}`;

let system: RunningSystem;
let browser: Browser;
let page: Page;
let caseId: string;
let ids: Ids;
let keyOf: (place: Place) => string;
let posts = 0;
let before: unknown;

/** Where the case stands, and how much there is of it. */
const standing = async (): Promise<unknown> => {
  const { prisma } = system.store;
  const row = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const where = { caseId };
  const rows = [prisma.caseEvent.count({ where }), prisma.caseInput.count({ where }), prisma.matter.count({ where })];
  return [row.stage, stateOf(row).sequence, ...(await Promise.all(rows))];
};

const schemaOf = (kind: InputKind): JsonSchema => formSchema(kind) as JsonSchema;

/** All matters stand open at once, so that each step has somewhere to be sent. */
const openMatters = async (): Promise<void> => {
  const { prisma } = system.store;
  const row = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const matters = forms.flatMap(({ matter }) => matter ?? []);
  const snapshot = { ...stateOf(row), matters } as unknown as object;
  await prisma.case.update({ where: { id: caseId }, data: { snapshot } });
};

const furnish = async (): Promise<Ids> => {
  const { prisma } = system.store;
  const [document, letter] = [randomUUID(), randomUUID()];
  const paper = { caseId, kind: 'other', name: '照片.png', mime: 'image/png', size: 1, sha256: '' };
  await prisma.document.create({ data: { ...paper, id: document, storageKey: document, uploadedAt: new Date() } });
  const words = { caseId, kind: 'refusal', title: '通知书', body: '', hash: '', sequence: 1 };
  await prisma.letter.create({ data: { ...words, id: letter, createdAt: new Date() } });
  const members = await prisma.caseMember.findMany({ where: { caseId } });
  const staff = await prisma.staff.findMany({ take: 2, orderBy: { login: 'asc' } });
  return {
    person: members.map(({ personId }) => personId),
    staff: staff.map(({ id }) => id),
    document: [document],
    letter: [letter],
    case: [caseId],
  };
};

/** The page of the case as the server answers it, with every step on offer, wherever the case stands. */
const offerAll = async (opened: Page): Promise<void> => {
  await opened.route(`**/api/v1/cases/${caseId}`, async (route) => {
    const response = await route.fetch();
    const view = (await response.json()) as CaseAnswer;
    const offered = { possible: true, reasons: [], people: [], expectedVersion: 1, targets: ['investigating'] };
    const actions = forms
      .filter(({ call }) => call !== 'openMatter')
      .map(({ action, says, needs, matter }) => ({ ...offered, owner: matter?.id ?? 'stage', action, says, needs }));
    const matterActions = forms
      .filter(({ call }) => call === 'openMatter')
      .map(({ action: kind, says, needs }) => ({ kind, says, label: says, needs }));
    await route.fulfill({ response, json: { ...view, matters: [], actions, matterActions } });
  });
};

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh']), openBrowser()]);
  caseId = system.caseOf('fresh').replace('/cases/', '');
  ids = await furnish();
  await openMatters();
  before = await standing();
  page = await deskOf(browser, system.url, 'tengyue.clerk1');
  await offerAll(page);
  // What the file lacks would fill the list of missing papers in.
  await page.route('**/dossier/missing', answerEmpty);
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  const me = await system.store.prisma.staff.findUniqueOrThrow({ where: { login: 'tengyue.clerk1' } });
  keyOf = (place) => `doudi:form:${me.id}:${caseId}:${nameOf(place)}`;
  await page.goto(system.caseOf('fresh'));
  await page.getByRole('complementary', { name: '现在可以做' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** In the page, with values of the test. */
const inPage = <Result>(script: string, ...values: readonly string[]): Promise<Result> =>
  page.evaluate<Result>(`(${script})(${values.map((value) => JSON.stringify(value)).join(', ')})`);

/** To another step by the address alone, as by a link of the desk. */
const goTo = (query: string): Promise<void> =>
  inPage(
    `(query) => {
      history.pushState(null, '', location.pathname + query);
      dispatchEvent(new PopStateEvent('popstate'));
    }`,
    query,
  );

/** The form of a step with something in it already, as it is found again after a reload. */
const openForm = async (place: Place, kept: unknown): Promise<void> => {
  await goTo('');
  await page.getByRole('complementary', { name: '现在可以做' }).locator('form').waitFor({ state: 'detached' });
  await inPage('(key, text) => sessionStorage.setItem(key, text)', keyOf(place), JSON.stringify(kept));
  await goTo(`?do=${nameOf(place)}`);
  await page.getByRole('region', { name: place.says, exact: true }).locator('form').waitFor();
};

const whole: ReadonlySet<string> = new Set(['persons', 'documents', 'choices']);

/** A new member is asked for by a form of its own, which leaves out what hardly anybody has. */
const askedOfMember: ReadonlySet<string> = new Set(memberFields(false).map(({ name }) => name));

/** The field beside which a fault is told: undefined where the form has none for it. */
const fieldOf = (schema: JsonSchema, steps: readonly Step[], id = 'do'): string | undefined => {
  const [step, ...rest] = steps;
  if (step === undefined) return id;
  if (typeof step === 'number') return schema.items && fieldOf(schema.items, rest, `${id}-${step}`);
  const inner = schema.properties?.[step];
  if (!inner) return undefined;
  if (fieldKind(step, inner) === 'member' && rest[0] !== undefined && !askedOfMember.has(String(rest[0])))
    return undefined;
  return whole.has(fieldKind(step, inner)) ? `${id}-${step}` : fieldOf(inner, rest, `${id}-${step}`);
};

const stepsOf = (path: string): readonly Step[] =>
  path.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]));

/** Each field says what is wrong, the first of them from the top has the focus, and what was entered is still there. */
const expectTold = async (place: Place, fields: readonly string[], kept: unknown): Promise<void> => {
  await page.locator('.field-wrong').first().waitFor();
  const told = await page.evaluate<Record<string, string>>(
    `Object.fromEntries([...document.querySelectorAll('.field-problem')].map((one) => [one.id.replace(/-problem$/, ''), one.textContent]))`,
  );
  expect(Object.keys(told).sort()).toEqual([...fields].sort());
  expect(Object.values(told).filter((text) => !/[\u4e00-\u9fff]{2}/.test(text))).toEqual([]);
  expect(
    await page.evaluate<boolean>(`document.querySelector('.field-wrong')?.contains(document.activeElement) ?? false`),
  ).toBe(true);
  const now = await inPage<string>('(key) => sessionStorage.getItem(key)', keyOf(place));
  expect(JSON.parse(now)).toEqual(kept);
};

const submit = async (place: Place): Promise<void> => {
  await page
    .getByRole('region', { name: place.says, exact: true })
    .getByRole('button', { name: place.says, exact: true })
    .click();
};

/** What the desk lets somebody enter, or finds again after a reload, and only the server refuses. */
const byServer: ReadonlySet<string> = new Set([
  'too short',
  'too long',
  'a day that there is not',
  'no choice of the list',
  'negative',
  'too great',
  'too small',
]);
const foreign: ReadonlySet<string> = new Set(['the id of nothing', 'a place that there is not']);

const refusedFields = async (place: Place, whys: ReadonlySet<string>): Promise<number> => {
  const schema = schemaOf(place.needs);
  const wanted = ({ why, put }: Wrong & { put: NonNullable<Wrong['put']> }): boolean =>
    whys.has(why) && fieldOf(schema, put.steps) !== undefined;
  const { input, faults } = wrongTogether(place.needs, ids, { ...ids, person: [], letter: [], document: [] }, wanted);
  if (faults.length === 0) return 0;
  await openForm(place, input);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    submit(place),
  ]);
  expect([400, 422]).toContain(answer.status());
  await expectTold(place, [...new Set(faults.map((steps) => fieldOf(schema, steps) ?? ''))], input);
  return faults.length;
};

/** @clause 一(四) every form of a step says at the field what is wrong, keeps what was entered and leads to the first mistake */
describe('the form of a step', () => {
  const shown = new Set<InputKind>();

  test.each(
    forms.map((place) => [`${nameOf(place).replace(/^[0-9a-f-]{36}/, place.matter?.kind ?? '')}`, place] as const),
  )('%s', async (_name, place) => {
    const schema = schemaOf(place.needs);
    const empty = check(schema, {});
    if (Object.keys(empty).length > 0) {
      await openForm(place, {});
      const sent = posts;
      await submit(place);
      await expectTold(
        place,
        Object.keys(empty).map((path) => fieldOf(schema, stepsOf(path)) ?? ''),
        {},
      );
      expect(posts).toBe(sent);
    }
    const refused = (await refusedFields(place, byServer)) + (await refusedFields(place, foreign));
    expect(refused + Object.keys(empty).length > 0).toBe(Object.keys(schema.properties ?? {}).length > 0);
    shown.add(place.needs);
  });

  test('nothing is left out, and nothing was done to the case', async () => {
    const drawn = (Object.keys(inputKinds) as InputKind[]).filter((kind) => kind !== 'sampleDraw');
    expect(drawn.filter((kind) => !shown.has(kind))).toEqual([]);
    expect(await standing()).toEqual(before);
  });
});
