import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { canonicalJson, createFieldCipher } from '.';

const key = (name: string): Buffer => createHash('sha256').update(name).digest();
const keys = new Map([
  ['old', key('old')],
  ['new', key('new')],
]);
const cipherWith = (current: string, ring = keys) =>
  createFieldCipher({ fields: { current, keys: ring }, index: key('index') });
const cipher = cipherWith('old');
const ROW = '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01';
const OTHER_ROW = '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a02';

describe('a sealed value', () => {
  it('opens to what was put in, fen as bigint', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue().filter((value) => canonicalJson(value) === canonicalJson(JSON.parse(JSON.stringify(value)))),
          fc.bigInt(),
          fc.record({ fen: fc.bigInt(), name: fc.string() }),
        ),
        (value) => {
          const opened = cipher.openJson(
            'fact',
            'content_enc',
            ROW,
            cipher.sealJson('fact', 'content_enc', ROW, value),
          );
          expect(canonicalJson(opened)).toBe(canonicalJson(value));
          if (typeof value === 'bigint') expect(opened).toBe(value);
        },
      ),
    );
  });

  it('never looks the same twice and shows nothing', () => {
    const [one, two] = [1, 2].map(() => cipher.sealJson('person', 'phone_enc', ROW, '13800001234'));
    expect(one?.equals(two!)).toBe(false);
    expect(one?.includes('1380000')).toBe(false);
  });

  it.each([
    ['another row', 'person', 'phone_enc', OTHER_ROW],
    ['another column', 'person', 'id_number_enc', ROW],
    ['another table', 'household', 'phone_enc', ROW],
  ])('moved to %s does not open', (_, table, column, row) => {
    const sealed = cipher.sealJson('person', 'phone_enc', ROW, '13800001234');
    expect(() => cipher.openJson(table, column, row, sealed)).toThrow(/不属于这一行/);
  });

  it('changed in any byte does not open', () => {
    const sealed = cipher.sealJson('person', 'phone_enc', ROW, '13800001234');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => cipher.openJson('person', 'phone_enc', ROW, changed)).toThrow(
        expect.objectContaining({ code: 'dataDamaged' }),
      );
    }
    for (const length of [0, 1, 5, 20, sealed.length - 1]) {
      expect(() => cipher.openJson('person', 'phone_enc', ROW, sealed.subarray(0, length))).toThrow(/请联系管理员/);
    }
  });
});

describe('rotation', () => {
  const place = { table: 'person', column: 'phone_enc', row: ROW };
  const sealed = cipher.sealJson(place.table, place.column, ROW, '13800001234');

  it('closes again with the current key, and leaves alone what already is', () => {
    const next = cipherWith('new');
    const resealed = next.reseal(place, sealed);
    expect(next.openJson('person', 'phone_enc', ROW, resealed!)).toBe('13800001234');
    expect(next.reseal(place, resealed!)).toBeUndefined();
  });

  it('keeps old values readable, and says which key is missing', () => {
    expect(cipherWith('new').openJson('person', 'phone_enc', ROW, sealed)).toBe('13800001234');
    const without = cipherWith('new', new Map([['new', key('new')]]));
    expect(() => without.openJson('person', 'phone_enc', ROW, sealed)).toThrow(/没有密钥 old/);
  });
});

describe('the blind index', () => {
  it('is the same for every spelling of a number, and differs by number and by key', () => {
    const index = cipher.blindIndex('53990019700101001X');
    for (const spelling of ['53990019700101001x', ' 539900 19700101 001X ', '５３９９００１９７００１０１００１Ｘ']) {
      expect(cipher.blindIndex(spelling).equals(index)).toBe(true);
    }
    expect(cipher.blindIndex('539900197001010017').equals(index)).toBe(false);
    const other = createFieldCipher({ fields: { current: 'old', keys }, index: key('other') });
    expect(other.blindIndex('53990019700101001X').equals(index)).toBe(false);
    expect(index).toHaveLength(32);
  });
});

it('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: 2n, c: null }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":null,"d":"2"}]}');
});
