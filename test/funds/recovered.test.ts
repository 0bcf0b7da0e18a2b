import { startRecoveryWorld, type RecoveryWorld } from '../recovery/support/world';

/** @clause 三(三) money that is paid back comes back to the source that it was paid from */
let world: RecoveryWorld;
beforeAll(async () => {
  world = await startRecoveryWorld();
});
afterAll(() => world.stop());

const lines = async () => {
  const { rows } = await world.owner.query<{ source: string; drawn: number; back: number }>(
    `select source, drawn_fen::int as drawn, returned_fen::int as back from budget_line where drawn_fen > 0`,
  );
  return rows;
};

it('gives what the bank returned back to the budget line of the month, and no fen more', async () => {
  expect(await lines()).toEqual([{ source: 'county', drawn: 270_000, back: 0 }]);
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  await world.tick('2026-10-20');
  await world.toAgreeing(caseId, '400');
  expect(await lines()).toEqual([{ source: 'county', drawn: 270_000, back: 40_000 }]);
  const { rows } = await world.owner.query<{ fen: string }>(
    `select sum(fen) as fen from recovery_entry where kind in ('bankReturn', 'repayment')`,
  );
  expect(Number(rows[0]!.fen)).toBe(40_000);
});
