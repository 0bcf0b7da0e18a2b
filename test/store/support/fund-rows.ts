import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

const at = new Date('2026-03-02T02:00:00Z');
const TEMPORARY = 'temporaryAssistance';

/** The tables of the funds; township offices see their reserve fund and what their people were given, and no budget. */
export const fundTables = [
  'budget_line',
  'direct_grant',
  'direct_grant_finding',
  'direct_grant_import',
  'fund_alert',
  'fund_forecast',
  'fund_lot_entry',
  'fund_movement',
  'reserve_closing',
  'reserve_entry',
  'reserve_fund',
  'reserve_grant',
  'reserve_reconciliation',
  'reserve_top_up',
];

/** One row of each table of the funds for a person of a township, in a year of its own; of movements three, down, in and on. */
export const fileFunds = async (
  tx: Tx,
  { personId }: { readonly personId: string },
  division: string,
): Promise<void> => {
  const [county, township, year] = [
    division.slice(0, 6),
    division.slice(0, 9),
    1000 + (Number.parseInt(randomUUID().slice(0, 6), 16) % 9000),
  ];
  const entered = () => ({ id: randomUUID(), makerId: randomUUID(), createdAt: at });
  for (const kind of ['allocation', 'arrival', 'carry'])
    await tx.fundMovement.create({
      data: {
        ...entered(),
        kind,
        programme: TEMPORARY,
        year,
        source: 'county',
        fromDivision: county,
        toDivision: county,
        enteredBy: county,
        fen: kind === 'carry' ? 10_000n : 100_000n,
        documentNumber: '测试',
        onDate: '2026-03-02',
        state: 'approved',
      },
    });
  const line = await tx.budgetLine.findFirstOrThrow({ where: { year } });
  await tx.fundAlert.create({
    data: {
      id: randomUUID(),
      kind: 'idle',
      stage: 'late',
      division: county,
      concerns: county,
      programme: TEMPORARY,
      year,
      source: 'county',
      fen: 1n,
      since: '2026-03-02',
      dueOn: '2026-03-02',
      raisedOn: '2026-03-03',
    },
  });
  await tx.fundForecast.create({
    data: { county, programme: String(year), month: '2026-03', fen: 1n, computedOn: '2026-03-02' },
  });
  const fundId = randomUUID();
  await tx.$executeRaw`insert into reserve_fund (id, township, year, source, created_at) values (${fundId}::uuid, ${township}, ${year}, 'county', ${at})`;
  const own = () => ({ ...entered(), fundId, township });
  const given = {
    personId,
    personName: '赵甲',
    idTail: '0001',
    form: 'cash',
    fen: 100n,
    reason: '火灾',
    givenOn: '2026-03-02',
  };
  const topUp = await tx.reserveTopUp.create({ data: { ...own(), fen: 1_000n, reason: '首次' } });
  await tx.$executeRaw`update reserve_top_up set state = 'approved', checked_at = ${at} where id = ${topUp.id}::uuid`;
  await tx.reserveGrant.create({ data: { ...own(), ...given } });
  await tx.reserveReconciliation.create({
    data: { ...own(), month: '2026-03', ledgerFen: 1_000n, countedFen: 1_000n },
  });
  const importId = randomUUID();
  await tx.directGrantImport.create({
    data: {
      id: importId,
      county,
      month: '2026-03',
      fileHash: randomUUID(),
      fileName: '',
      total: 1,
      kept: 1,
      repeated: 0,
      failed: 0,
      createdBy: randomUUID(),
      createdAt: at,
    },
  });
  await tx.directGrantFinding.create({ data: { importId, line: 1, field: '', level: 'error', message: '测试' } });
  await tx.directGrant.create({
    data: {
      ...given,
      id: randomUUID(),
      importId,
      rowKey: randomUUID(),
      county,
      township,
      month: `${String(year).padStart(4, '0')}-03`,
      budgetLineId: line.id,
      createdAt: at,
      createdBy: randomUUID(),
    },
  });
  const closed = { id: randomUUID(), fundId, township, mode: 'returned', fen: 1_000n, closedOn: '2026-12-31' };
  await tx.reserveClosing.create({ data: { ...closed, closedBy: randomUUID(), createdAt: at } });
};
