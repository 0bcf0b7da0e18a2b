import { missingAtCounter } from './at-counter';

const idsOf = (file: Parameters<typeof missingAtCounter>[0]) => missingAtCounter(file).map(({ id }) => id);

describe('papers at the counter', () => {
  it('are identity, promise and the authorisation of every adult; no visit form yet', () => {
    const file = { documents: new Set<string>(), unauthorised: ['甲示例'], applyingThrough: 'self' } as const;
    expect(idsOf(file)).toEqual(['identity', 'promise', 'authorisation']);
    expect(missingAtCounter(file).find(({ id }) => id === 'authorisation')?.of).toEqual(['甲示例']);
  });

  it.each(['village', 'delegate'] as const)('ask for the paper of delegation where %s applies', (applyingThrough) => {
    const file = { documents: new Set(['identity', 'promise']), unauthorised: [], applyingThrough };
    expect(idsOf(file)).toEqual(['delegation']);
    expect(idsOf({ ...file, documents: new Set(['identity', 'promise', 'delegation']) })).toEqual([]);
  });
});
