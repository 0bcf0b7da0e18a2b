import { choose, removalHash } from './choose';

const row = (key: string, hash = key) => ({ key, hash });
const had = (key: string, hash = key, removed = false) => [key, { key, hash, removed }] as const;
const known = (receipted: (readonly [string, { key: string; hash: string; removed: boolean }])[], rejected = {}) => ({
  receipted: new Map(receipted),
  rejected: new Map(Object.entries<string[]>(rejected).map(([key, hashes]) => [key, new Set(hashes)])),
});
const said = ({ sent, removed, waiting }: ReturnType<typeof choose>) => ({
  sent: sent.map(({ row: { key }, change }) => `${key} ${change}`),
  removed: removed.map(({ key }) => key),
  waiting: waiting.map(({ key }) => key),
});

describe('an incremental package', () => {
  it('holds what is new, changed or gone since it was last receipted, and nothing else', () => {
    const current = [row('new'), row('changed', '2'), row('same'), row('back')];
    const receipted = [
      had('changed', '1'),
      had('same'),
      had('gone'),
      had('back', 'back', true),
      had('left', 'left', true),
    ];
    expect(said(choose('incremental', current, known(receipted), true))).toEqual({
      sent: ['new added', 'changed changed', 'back added'],
      removed: ['gone'],
      waiting: [],
    });
  });

  it('takes nothing for gone where the kind is no whole list', () => {
    expect(said(choose('incremental', [], known([had('old')]), false)).removed).toEqual([]);
  });

  it('leaves what was rejected until it is corrected, a removal too', () => {
    const rejected = { wrong: ['1'], gone: [removalHash('gone')] };
    const at = (hash: string) =>
      said(choose('incremental', [row('wrong', hash)], known([had('gone')], rejected), true));
    expect(at('1')).toEqual({ sent: [], removed: [], waiting: ['wrong'] });
    expect(at('2')).toEqual({ sent: ['wrong added'], removed: [], waiting: [] });
  });
});

it('a full package holds everything, also what the other system has', () => {
  expect(said(choose('full', [row('new'), row('same')], known([had('same'), had('gone')]), true))).toEqual({
    sent: ['new added', 'same same'],
    removed: [],
    waiting: [],
  });
});
