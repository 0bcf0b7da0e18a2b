import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/client';
import { recordAudit } from '../../store/audit';
import { sealAudit } from '../../store/audit-sealer';
import { testKeyRing } from '../support/key-ring';
import { fileFunds } from './support/fund-rows';
import { filePriceLinkage } from './support/price-rows';
import { fileCase, fileRest, UNHURRIED } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

const actor = { staffId: randomUUID(), division: '53' };
const insertOnly = [
  'assessment',
  'audit_row',
  'audit_seal',
  'card_account_import',
  'card_account_import_row',
  'case_division',
  'case_event',
  'case_input',
  'decision',
  'direct_grant',
  'direct_grant_finding',
  'direct_grant_import',
  'disclosure',
  'disclosure_row',
  'exchange_alert',
  'exchange_difference',
  'exchange_file',
  'exchange_item',
  'exchange_package',
  'exchange_receipt',
  'exchange_receipt_row',
  'exchange_snapshot',
  'fact',
  'fund_lot_entry',
  'fund_movement',
  'import_error',
  'ledger_check',
  'ledger_transfer',
  'letter',
  'one_off_plan',
  'payment_file',
  'payment_finding',
  'payment_hand_answer',
  'payment_notice',
  'payment_reissue',
  'payment_return',
  'payment_return_row',
  'payment_run_event',
  'payment_share',
  'payment_step',
  'price_index',
  'price_linkage_start',
  'recovery_entry',
  'recovery_event',
  'recovery_instalment',
  'recovery_month',
  'recovery_plan',
  'recovery_write_off',
  'relative_declaration',
  'relative_ending',
  'reserve_closing',
  'reserve_entry',
  'reserve_grant',
  'reserve_reconciliation',
  'reserve_top_up',
  'rule_document',
  'uplift_batch',
  'uplift_county',
];
/** A column of each that may never change. */
const fixedColumn: Readonly<Record<string, string>> = {
  audit_seal: 'hash = hash',
  card_account_import_row: "message = ''",
  case_division: "division = ''",
  import_error: "message = ''",
  letter: "body = ''",
  exchange_receipt_row: "outcome = ''",
  relative_ending: "reason = 'x'",
  fact: "kind = ''",
  audit_row: 'outcome = 0',
  ledger_check: 'lines = 1',
  ledger_transfer: 'fen = 1',
  uplift_batch: 'cases = 2',
  uplift_county: 'cases = 2',
  payment_notice: "outcome = 'failed'",
  disclosure_row: 'fen = 1',
  recovery_month: 'round = 9',
  recovery_instalment: 'number = 9',
  recovery_event: "action = ''",
  payment_reissue: 'made_by = gen_random_uuid()',
  payment_return_row: "outcome = ''",
  payment_run_event: "action = ''",
  payment_share: 'fen = 1',
  fund_lot_entry: 'fen = 1',
  payment_step: 'lines = 0',
  direct_grant_finding: "message = ''",
  reserve_entry: 'fen = 1',
};
const changeOf = (table: string): string => `update ${table} set ${fixedColumn[table] ?? 'id = gen_random_uuid()'}`;

let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
  await stores.worker.prisma.$transaction(async (tx) => {
    const division = '530581001000';
    const filed = await fileCase(tx, { division });
    await fileRest(tx, filed, division);
    await filePriceLinkage(tx);
    await fileFunds(tx, filed, division);
    await recordAudit(tx, {
      at: new Date(),
      requestId: '',
      actorId: null,
      role: null,
      division,
      operation: 'x',
      caseId: null,
      persons: [],
      outcome: 200,
      details: {},
    });
  }, UNHURRIED);
  await sealAudit(stores.worker.pool, testKeyRing());
});
afterAll(() => stores.close());

const as = (store: Store, sql: string) => store.withScopedClient(actor, (client) => client.query(sql));

it('names every table with the trigger', async () => {
  const { rows } = await stores.owner.query<{ name: string }>(
    "select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only' order by 1",
  );
  expect(rows.map(({ name }) => name)).toEqual(insertOnly);
});

describe.each(insertOnly)('%s', (table) => {
  it('can be changed, deleted or emptied by no role', async () => {
    for (const role of ['api', 'worker'] as const) {
      for (const sql of [changeOf(table), `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(as(stores[role], sql)).rejects.toThrow(/permission denied/);
      }
    }
    for (const sql of [
      changeOf(table).replace('hash = hash', "hash = ''"),
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(stores.owner.query(sql)).rejects.toThrow(/append-only; table/);
    }
  });
});

it('lets a fact be superseded and a letter be delivered, by both roles', async () => {
  for (const role of ['api', 'worker'] as const) {
    expect((await as(stores[role], 'update fact set superseded_at = now()')).rowCount).toBe(1);
    expect((await as(stores[role], `update letter set delivered_at = now(), receipt = '{}'`)).rowCount).toBe(1);
  }
});

it('lets the api hold a case and hand it to the engine, but not take its steps', async () => {
  expect((await as(stores.api, 'select id from "case" for update')).rowCount).toBe(1);
  expect((await as(stores.api, 'update "case" set engine_started_at = now()')).rowCount).toBe(1);
  await expect(as(stores.api, `update "case" set stage = 'benefiting'`)).rejects.toThrow(/permission denied/);
  await expect(as(stores.api, 'insert into audit_seal values ($$2022-07-01$$, 9, 1, $$$$, $$$$)')).rejects.toThrow(
    /permission denied/,
  );
  await expect(as(stores.api, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
  await expect(as(stores.api, 'select * from _prisma_migrations')).rejects.toThrow(/permission denied/);
});

it('lets nobody re-encrypt without the owner, also not by naming a rotation', async () => {
  for (const role of ['api', 'worker'] as const) {
    const change = stores[role].withScopedClient(actor, async (client) => {
      await client.query("set local app.key_rotation = 'on'");
      return client.query("update fact set content_enc = ''");
    });
    await expect(change).rejects.toThrow(/permission denied/);
  }
});
