import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { createFieldCipher, type FieldCipher } from '../../store/crypto';
import { createFileStore } from '../../store/files';
import { rotateKeys } from '../../store/rotation';
import { encryptedColumns } from '../../store/rotation/columns';
import { openStores, type OpenedStores } from './support/store';

const keys = new Map(['old', 'new'].map((id) => [id, createHash('sha256').update(id).digest()]));
const cipherWith = (current: string): FieldCipher =>
  createFieldCipher({ fields: { current, keys }, index: Buffer.alloc(32) });
const withoutOld = createFieldCipher({
  fields: { current: 'new', keys: new Map([['new', keys.get('new')!]]) },
  index: Buffer.alloc(32),
});
const at = new Date('2022-07-01T02:00:00Z');

let stores: OpenedStores;
let pool: Pool;
let directory: string;

beforeEach(async () => {
  stores = await openStores();
  pool = new Pool({ connectionString: stores.ownerUrl, max: 1 });
  directory = mkdtempSync(join(tmpdir(), 'doudi-rotation-'));
});
afterEach(async () => {
  await pool.end();
  await stores.close();
  rmSync(directory, { recursive: true });
});

const ROWS = 60;
const ids = Array.from({ length: ROWS }, () => randomUUID());

/** A fact and a person per id, closed with the old key; every third person has no phone. */
const fill = async (cipher: FieldCipher): Promise<void> => {
  const { prisma } = stores.worker;
  await prisma.fact.createMany({
    data: ids.map((id) => ({
      id,
      householdId: id,
      caseId: id,
      kind: 'income',
      contentEnc: cipher.sealJson('fact', 'content_enc', id, { yuan: '100.00', id }),
      validFrom: '2022-07-01',
      recordedAt: at,
    })),
  });
  await prisma.person.createMany({
    data: ids.map((id, index) => ({
      id,
      name: '赵甲',
      birthDate: '1970-01-01',
      sex: 'male',
      idNumberEnc: cipher.sealJson('person', 'id_number_enc', id, id),
      phoneEnc: index % 3 === 0 ? null : cipher.sealJson('person', 'phone_enc', id, '13800001234'),
    })),
  });
};
const filesWith = (cipher: FieldCipher) => createFileStore({ directory, cipher });
const rotate = (cipher = cipherWith('new')) =>
  rotateKeys({ pool, cipher, files: filesWith(cipher), say: () => {}, batch: 25 });

it('encrypts every row and file again, so that they open without the old key', async () => {
  await fill(cipherWith('old'));
  const { storageKey } = await filesWith(cipherWith('old')).put(Buffer.from('%PDF-1.7'));
  expect(await rotate()).toBe(ROWS * 2 + 1);
  for (const fact of await stores.worker.prisma.fact.findMany()) {
    expect(withoutOld.openJson('fact', 'content_enc', fact.id, fact.contentEnc)).toEqual({
      yuan: '100.00',
      id: fact.id,
    });
  }
  const people = await stores.worker.prisma.person.findMany();
  for (const { id, idNumberEnc, phoneEnc } of people) {
    expect(withoutOld.openJson('person', 'id_number_enc', id, idNumberEnc!)).toBe(id);
    if (phoneEnc) expect(withoutOld.openJson('person', 'phone_enc', id, phoneEnc)).toBe('13800001234');
  }
  expect(people.filter(({ phoneEnc }) => phoneEnc === null)).toHaveLength(ROWS / 3);
  expect((await filesWith(withoutOld).get(storageKey)).toString()).toBe('%PDF-1.7');
  expect(await rotate()).toBe(0);
});

it('encrypts stored answers of repeated requests again, each bound to its own key', async () => {
  const { prisma } = stores.worker;
  const [actorId, operation] = [randomUUID(), 'createStaff'];
  const requests = ['request-1', 'request-2'];
  const placeOf = (key: string) => `${actorId}:${operation}:${key}`;
  for (const key of requests) {
    const sealed = cipherWith('old').sealJson('idempotent_answer', 'answer', placeOf(key), { key }).toString('base64');
    await prisma.idempotentAnswer.create({ data: { actorId, operation, key, inputHash: '', answer: { sealed } } });
  }
  await prisma.idempotentAnswer.create({ data: { actorId, operation, key: 'running-3', inputHash: '' } });
  expect(await rotate()).toBe(2);
  for (const key of requests) {
    const row = await prisma.idempotentAnswer.findFirstOrThrow({ where: { key } });
    const bytes = Buffer.from((row.answer as { sealed: string }).sealed, 'base64');
    expect(withoutOld.openJson('idempotent_answer', 'answer', placeOf(key), bytes)).toEqual({ key });
  }
  expect(await rotate()).toBe(0);
});

it('goes on where it was interrupted', async () => {
  await fill(cipherWith('old'));
  const cipher = cipherWith('new');
  let left = 70;
  const dying: FieldCipher = { ...cipher, reseal: (...args) => (left-- > 0 ? cipher.reseal(...args) : raise()) };
  await expect(rotate(dying)).rejects.toThrow('power cut');
  const rest = await rotate();
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThan(ROWS * 2);
  expect(await rotate()).toBe(0);
});

const raise = (): never => {
  throw new Error('power cut');
};

it('stops at a row that was tampered with, and leaves it as it is', async () => {
  await fill(cipherWith('old'));
  await pool.query('begin');
  await pool.query("set local app.key_rotation = 'on'");
  await pool.query('update fact set content_enc = (select content_enc from fact where id = $1) where id = $2', [
    ids[0],
    ids[1],
  ]);
  await pool.query('commit');
  await expect(rotate()).rejects.toMatchObject({ code: 'dataDamaged', details: { table: 'fact', row: ids[1] } });
});

it('knows every encrypted column', async () => {
  const { rows } = await pool.query<{ place: string }>(
    String.raw`select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public' and column_name like '%\_enc' order by 1`,
  );
  expect(encryptedColumns.flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)).sort()).toEqual(
    rows.map(({ place }) => place),
  );
});
