import { watchFunds } from '../../activities/funds/watch';
import type { CivilDate } from '../../domain/civil-date';
import { createRulebook } from '../../store/rulebook';
import { uuidOf } from '../../store/uuid';
import { inventedIdNumber } from './people';
import { holderOf, roster, type Account } from './staff/roster';
import type { SeedDeps } from './telling/deps';

const COUNTY = '530581';
const TOWNSHIP = '530581001';
const VILLAGE = `${TOWNSHIP}000`;

interface MovementRow {
  readonly kind: 'allocation' | 'release' | 'arrival';
  readonly programme: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly fen: bigint;
  readonly daysAgo: number;
}

/** Central money comes down late and in part; the county's own for temporary assistance is there. */
const movements: readonly MovementRow[] = [
  { kind: 'allocation', programme: 'dibao', source: 'central', from: '', to: '53', fen: 90_000_000n, daysAgo: 75 },
  { kind: 'allocation', programme: 'dibao', source: 'central', from: '53', to: '5305', fen: 30_000_000n, daysAgo: 58 },
  {
    kind: 'allocation',
    programme: 'dibao',
    source: 'central',
    from: '5305',
    to: COUNTY,
    fen: 12_000_000n,
    daysAgo: 40,
  },
  { kind: 'release', programme: 'dibao', source: 'central', from: '5305', to: COUNTY, fen: 7_000_000n, daysAgo: 20 },
  { kind: 'arrival', programme: 'dibao', source: 'central', from: '5305', to: COUNTY, fen: 7_000_000n, daysAgo: 18 },
  {
    kind: 'allocation',
    programme: 'temporaryAssistance',
    source: 'county',
    from: COUNTY,
    to: COUNTY,
    fen: 6_000_000n,
    daysAgo: 70,
  },
  {
    kind: 'arrival',
    programme: 'temporaryAssistance',
    source: 'county',
    from: COUNTY,
    to: COUNTY,
    fen: 5_000_000n,
    daysAgo: 66,
  },
];

const handsOf = (division: string): readonly [Account, Account] => {
  if (division.length === COUNTY.length)
    return [holderOf('financeMaker', VILLAGE), holderOf('financeChecker', VILLAGE)];
  const upper = roster.filter(({ role, division: held }) => role === 'supervisor' && division.startsWith(held));
  return [upper.at(-1)!, upper[0]!];
};

const enterMovements = async ({ store, days }: SeedDeps, year: number): Promise<number> => {
  const ago = (count: number): CivilDate => days.ago(count);
  const data = movements.map(({ kind, programme, source, from, to, fen, daysAgo }, index) => {
    const enteredBy = kind === 'arrival' || from === '' ? to : from;
    const [maker, checker] = handsOf(enteredBy);
    const at = new Date(days.instant(ago(daysAgo), index));
    return {
      id: uuidOf('seed', 'fund', year, index),
      kind,
      programme,
      year,
      source,
      fromDivision: from,
      toDivision: to,
      enteredBy,
      fen,
      documentNumber: `演示文件〔${year}〕${10 + index}号`,
      onDate: ago(daysAgo),
      state: 'approved',
      makerId: maker.id,
      checkerId: checker.id,
      createdAt: at,
      checkedAt: at,
    };
  });
  return (await store.prisma.fundMovement.createMany({ data, skipDuplicates: true })).count;
};

const grants = [
  {
    key: 'fire',
    name: '钏永祥',
    born: '1968-03-12',
    form: 'cash',
    fen: 80_000n,
    goods: null,
    reason: '住房失火,临时安置',
    daysAgo: 12,
  },
  {
    key: 'flood',
    name: '蔺秀珍',
    born: '1951-09-02',
    form: 'goods',
    fen: 36_000n,
    goods: '棉被、大米',
    reason: '暴雨进水',
    daysAgo: 5,
  },
] as const;

/** The reserve fund of one township: filled, two grants given, a further request open. */
const enterReserve = async ({ store, days }: SeedDeps, year: number): Promise<void> => {
  const fundId = uuidOf('seed', 'reserve', TOWNSHIP, year);
  const [clerk, approver, checker] = [
    holderOf('clerk', VILLAGE),
    holderOf('approver', VILLAGE),
    holderOf('financeChecker', VILLAGE),
  ];
  const at = (daysAgo: number, step = 0): Date => new Date(days.instant(days.ago(daysAgo), step));
  const own = { fundId, township: TOWNSHIP, makerId: clerk.id };
  await store.prisma.$transaction(async (tx) => {
    const made = await tx.$executeRaw`insert into reserve_fund (id, township, year, source, created_at)
      values (${fundId}::uuid, ${TOWNSHIP}, ${year}::int, 'county', ${at(50)}) on conflict do nothing`;
    if (made === 0) return;
    const topUp = (key: string, fen: bigint, reason: string, daysAgo: number) => ({
      ...own,
      id: uuidOf('seed', 'top-up', year, key),
      fen,
      reason,
      createdAt: at(daysAgo),
    });
    const first = await tx.reserveTopUp.create({ data: topUp('first', 500_000n, '年初拨付', 50) });
    await tx.reserveTopUp.update({
      where: { id: first.id },
      data: { state: 'approved', checkerId: checker.id, checkedAt: at(49) },
    });
    for (const { key, name, born, daysAgo, ...grant } of grants) {
      const [id, personId] = [uuidOf('seed', 'grant', year, key), uuidOf('seed', 'recipient', key)];
      const number = inventedIdNumber(name, born, 'male');
      const sealed = store.cipher.sealJson('person', 'id_number_enc', personId, number);
      const rows = await tx.$queryRaw<
        { id: string }[]
      >`select id from enrol_person(${personId}::uuid, ${name}, ${born}, 'male',
        ${store.cipher.blindIndex(number)}, ${sealed}, null::bytea)`;
      const person = { personId: rows[0]!.id, personName: name, idTail: number.slice(-4) };
      await tx.reserveGrant.create({
        data: { ...own, ...grant, ...person, id, givenOn: days.ago(daysAgo), createdAt: at(daysAgo) },
      });
      const decided = { state: 'approved', checkerId: approver.id, checkedAt: at(daysAgo, 3) };
      await tx.reserveGrant.update({ where: { id }, data: decided });
    }
    await tx.reserveTopUp.create({ data: topUp('second', 116_000n, '按实际支出补充', 2) });
  });
};

/** Money on its way down the levels, a township's reserve fund, and what the daily tick would have said of them. */
export const tellFunds = async (deps: SeedDeps): Promise<number> => {
  const year = Number(deps.days.today.slice(0, 4));
  const entered = await enterMovements(deps, year);
  await enterReserve(deps, year);
  await watchFunds({ store: deps.store, rulebook: createRulebook() }, deps.days.today);
  return entered;
};
