import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createJob, reportOf } from '../../activities/import/job';
import { runImport } from '../../activities/import/run-import';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { freshDatabase, type TestDatabase } from '../support/database';
import { testKeyRing } from '../support/key-ring';
import { idNumberOf } from '../support/people';

/** @clause 三(一) a county's households come over in one go, each with what it gets now */
const HOUSEHOLDS = 10_000;
const PLACES = ['530581001002', '530581001001', '530581002001'] as const;
/** How much more may be in use at the end than after the first thousand: what the results of each line take together. */
const MOST_GROWTH_MIB = 16;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = createStore({ url: database.workerUrl, keyRing: testKeyRing() });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const HEAD = '户编号,行政区划代码,城乡,住址,姓名,身份证号,与申请人关系,享受起始月,月保障金额,类别';
const yuanOf = (n: number): number => 260 + (n % 100);
/** A household of one born on a day of its own, with what it gets now. */
const rowOf = (n: number): string => {
  const born = new Date(Date.UTC(1950, 0, 1 + (n % 10_000))).toISOString().slice(0, 10);
  const place = PLACES[n % PLACES.length]!;
  return `M${n},${place},农村,某村${n}号,住户${n},${idNumberOf(born, 100 + (n % 800))},本人,2021-01,${yuanOf(n)},C`;
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is in use, in MiB, once what nobody holds is gone: the same on every machine. */
const inUse = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 2 ** 20);
};

test('ten thousand households are taken over whole, with memory that does not grow with the file', async () => {
  const file = Buffer.from([HEAD, ...Array.from({ length: HOUSEHOLDS }, (_, n) => rowOf(n))].join('\n'));
  const deps = { store, rulebook: createRulebook(), now: () => Date.parse('2022-04-15T02:00:00Z') };
  const id = await createJob(deps, file, { fileName: 'many.csv', division: '530581', onDate: '2022-04-15' });
  const seen: number[] = [];
  const began = Date.now();
  await runImport(deps, id, file, ({ done }) => {
    if (done % 1_000 === 0) seen.push(inUse());
  });
  const seconds = (Date.now() - began) / 1000;
  process.stderr.write(`import of ${HOUSEHOLDS} households: ${seconds.toFixed(0)} s, MiB in use ${seen.join(' ')}\n`);
  expect(await reportOf(deps, id)).toMatchObject({ total: HOUSEHOLDS, kept: HOUSEHOLDS, failed: 0, changed: 0 });
  const { _sum } = await store.prisma.entitlement.aggregate({
    where: { fromMonth: '2021-01' },
    _sum: { monthlyFen: true },
  });
  const expected = Array.from({ length: HOUSEHOLDS }, (_, n) => yuanOf(n)).reduce((sum, yuan) => sum + yuan, 0);
  expect(_sum.monthlyFen).toBe(BigInt(expected) * 100n);
  expect(await store.prisma.case.count({ where: { stage: 'benefiting', origin: 'import' } })).toBe(HOUSEHOLDS);
  expect(seen).toHaveLength(HOUSEHOLDS / 1_000);
  expect(seen.at(-1)! - seen[0]!).toBeLessThan(MOST_GROWTH_MIB);
});
