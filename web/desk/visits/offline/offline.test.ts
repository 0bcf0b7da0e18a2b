import 'fake-indexeddb/auto';
import { ProblemError, offline } from '../../../shared/api/problem';
import { changesOf } from '../sheet/changes';
import { emptySheet, visitId, type Draft } from '../sheet/model';
import { openVisitDatabase } from './database';
import { createOutbox } from './outbox';
import type { Transport } from './send-visit';
import { lastHolder, openVault, type Vault } from './vault';

const CASE = '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10';
const words = '甲示例 示例路1号';

let count = 0;
const fresh = () => openVisitDatabase(`test-${(count += 1)}`);

const picture = (text: string): Blob => new Blob([text], { type: 'image/png' });

const draft = (more: Partial<Draft> = {}): Draft => {
  const sheet = emptySheet('2022-08-05', 'p1');
  return {
    caseId: CASE,
    owner: 'stage',
    applicantName: '甲示例',
    state: 'waiting',
    key: 'k1',
    me: 's1',
    sheet: { ...sheet, photos: ['a', 'b'], findings: '属实', signatures: { me: 'sign' } },
    uploaded: {},
    recorded: {},
    changes: [{ id: 'f1', kind: 'income', replaces: 'f1', personId: 'p1', content: { amount: '900' } }],
    ...more,
  };
};

describe('what is kept on the phone', () => {
  it('opens for its holder and holds no word in the clear', async () => {
    const database = await fresh();
    const vault = await openVault(database, 's1');
    await vault.put({ kind: 'pack', id: 'one' }, { address: words });
    await vault.putPicture('a', picture(words));
    expect(await vault.get('pack', 'one')).toEqual({ address: words });
    const found = await vault.getPicture('a');
    expect([found?.type, await found?.text()]).toEqual(['image/png', words]);
    for (const { sealed } of await database.getAll('rows'))
      expect(new TextDecoder().decode(sealed.data)).not.toContain('示例');
    await expect(crypto.subtle.exportKey('raw', (await database.get('keys', 's1'))!)).rejects.toThrow();
  });

  it('is not seen by the next person, and bytes under another name do not open', async () => {
    const database = await fresh();
    const [mine, theirs] = [await openVault(database, 's1'), await openVault(database, 's2')];
    await mine.put({ kind: 'draft', id: 'one' }, { words });
    expect(await theirs.list('draft')).toEqual([]);
    const row = (await database.getAll('rows'))[0]!;
    await database.put('rows', { ...row, id: 's1/draft/two' });
    await expect(mine.get('draft', 'two')).rejects.toThrow();
  });

  it('goes when its time is over, and wholly with its key at log-out', async () => {
    const database = await fresh();
    const vault = await openVault(database, 's1');
    await vault.put({ kind: 'pack', id: 'old', expiresAt: 1_000 }, { words });
    await vault.put({ kind: 'pack', id: 'new', expiresAt: 3_000 }, { words });
    await vault.put({ kind: 'draft', id: 'signed' }, { words });
    await vault.expire(2_000);
    expect(await vault.get('pack', 'old')).toBeUndefined();
    expect(await vault.list('pack')).toHaveLength(1);
    expect(await vault.list('draft')).toHaveLength(1);
    expect(await lastHolder(database)).toBe('s1');
    await vault.wipe();
    expect([await database.getAll('rows'), await database.getAll('keys'), await lastHolder(database)]).toEqual([
      [],
      [],
      undefined,
    ]);
  });
});

/** An office that remembers keys as the API does, and breaks when told. */
const office = () => {
  const done = new Map<string, string>();
  const calls: string[] = [];
  const breaks: (Error | 'answerLost' | undefined)[] = [];
  const answer = (key: string, what: string): Promise<string> => {
    const next = breaks.shift();
    if (next instanceof Error) return Promise.reject(next);
    if (!done.has(key)) calls.push(what);
    const id = done.get(key) ?? `id-${what}`;
    done.set(key, id);
    return next === 'answerLost' ? Promise.reject(offline()) : Promise.resolve(id);
  };
  const inputs: unknown[] = [];
  const transport: Transport = {
    upload: (_case, { id }, _bytes, key) => answer(key, `picture ${id}`),
    recordFact: (_case, { replaces }, _on, key) => answer(key, `fact ${replaces ?? 'new'}`),
    recordVisit: async (_draft, input, key) => {
      inputs.push(input);
      await answer(key, 'visit');
    },
  };
  return { calls, breaks, inputs, transport };
};

/** A clock that a test moves on. */
const handClock = () => {
  const pauses: number[] = [];
  let next: (() => void) | undefined;
  return {
    pauses,
    timer: {
      set: (work: () => void, ms: number) => {
        pauses.push(ms);
        next = work;
        return work;
      },
      clear: () => (next = undefined),
    },
    ring: () => next?.(),
  };
};

const ready = async () => {
  const vault: Vault = await openVault(await fresh(), 's1');
  for (const id of ['a', 'b', 'sign']) await vault.putPicture(id, picture(id));
  await vault.put({ kind: 'pack', id: visitId(draft()) }, { words });
  await vault.put({ kind: 'draft', id: visitId(draft()) }, draft());
  const there = office();
  const clock = handClock();
  const outbox = createOutbox({
    vault,
    transport: there.transport,
    timer: clock.timer,
    packPictures: () => Promise.resolve(['old']),
  });
  return { vault, outbox, clock, ...there };
};

const all = ['picture a', 'picture b', 'picture sign', 'fact f1', 'visit'];

describe('what waits to be sent', () => {
  it('goes in order, once, and leaves nothing on the phone', async () => {
    const { outbox, calls, vault, inputs } = await ready();
    await outbox.send();
    expect(calls).toEqual(all);
    expect(inputs).toMatchObject([
      { photoIds: ['id-picture a', 'id-picture b'], investigators: [{ documentId: 'id-picture sign' }, {}] },
    ]);
    expect(outbox.state()).toEqual({ waiting: 0, refused: 0, sent: 1, sending: false });
    expect([await vault.list('draft'), await vault.list('pack'), await vault.list('picture')]).toEqual([[], [], []]);
  });

  it('goes on where it stopped, with growing pauses, and a lost answer changes nothing', async () => {
    const { outbox, calls, breaks, clock } = await ready();
    breaks.push(undefined, offline(), 'answerLost', offline());
    for (let attempt = 0; attempt < 3; attempt += 1) await outbox.send();
    expect([outbox.state().waiting, clock.pauses]).toEqual([1, [2_000, 4_000, 8_000]]);
    breaks.push(undefined, undefined, undefined, 'answerLost');
    await outbox.hurry();
    await outbox.send();
    expect(calls).toEqual(all);
    expect(outbox.state()).toMatchObject({ waiting: 0, sent: 1 });
  });

  it('waits for a log-in, and keeps the draft with the reason when the case has moved on', async () => {
    const { outbox, breaks, vault } = await ready();
    const refusal = (status: number, detail: string) => new ProblemError({ status, code: 'x', detail });
    breaks.push(refusal(401, '请先登录'));
    await outbox.send();
    expect(outbox.state()).toMatchObject({ waiting: 1, refused: 0 });
    breaks.push(undefined, undefined, undefined, refusal(409, '案件在“初审”环节'));
    await outbox.send();
    expect(outbox.state()).toMatchObject({ waiting: 0, refused: 1 });
    expect(await vault.get('draft', visitId(draft()))).toMatchObject({
      state: 'refused',
      refusal: '案件在“初审”环节',
      sheet: { findings: '属实' },
      uploaded: { a: 'id-picture a', b: 'id-picture b', sign: 'id-picture sign' },
    });
  });

  it('does not record a fact again after a refusal, and one corrected meanwhile takes the place of what is there', async () => {
    const { outbox, breaks, vault, calls } = await ready();
    const refused = new ProblemError({ status: 409, code: 'x', detail: '不能' });
    breaks.push(undefined, undefined, undefined, undefined, refused);
    await outbox.send();
    const kept = (await vault.get('draft', visitId(draft()))) as Draft;
    const again = { ...kept, state: 'waiting' as const, key: 'k2' };
    await vault.put(
      { kind: 'draft', id: visitId(kept) },
      { ...again, changes: [{ ...kept.changes[0]!, content: { amount: '800' } }] },
    );
    await outbox.send();
    expect(calls).toEqual([...all.slice(0, 4), 'fact id-fact f1', 'visit']);
  });
});

describe('what goes to the file', () => {
  const known = [
    { id: 'f1', kind: 'income', personId: 'p1', content: { kind: 'wage', amount: '600', per: 'month', member: 'p1' } },
    { id: 'f2', kind: 'asset', personId: null, content: { kind: 'vehicle', value: '3000', count: 1 } },
    { id: 'f3', kind: 'member', personId: 'p1', content: { labour: 'full' } },
  ];

  it('is only what is different: changed, gone, or new', () => {
    const changes = changesOf(
      {
        facts: {
          f1: { is: 'changed', content: { kind: 'wage', amount: '900', per: 'month', member: 'p1' } },
          f2: { is: 'gone' },
          f3: { is: 'gone' },
        },
        added: [{ id: 'n1', kind: 'expense', content: { kind: 'illness', amount: '80', per: 'month', member: 'p1' } }],
      },
      known,
    );
    expect(changes).toEqual([
      {
        id: 'f1',
        kind: 'income',
        replaces: 'f1',
        personId: 'p1',
        content: { kind: 'wage', amount: '900', per: 'month' },
      },
      { id: 'f2', kind: 'asset', replaces: 'f2', content: { kind: 'vehicle', value: '0', count: 0 } },
      { id: 'n1', kind: 'expense', personId: 'p1', content: { kind: 'illness', amount: '80', per: 'month' } },
    ]);
    expect(changesOf({ facts: { f1: { is: 'same' } }, added: [] }, known)).toEqual([]);
  });
});
