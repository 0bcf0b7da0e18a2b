import { accounts, accountsOf, equations, holds, type Equation } from './equations';

/** @clause 三(一) every fen that a household is entitled to is somewhere, and each in one place */
it('names every account in exactly one equation', () => {
  const named = (Object.keys(equations) as Equation[]).flatMap(accountsOf);
  expect([...named].sort()).toEqual(Object.keys(accounts).sort());
});

it('holds to the fen, or not', () => {
  const fen = { entitled: 100n, paid: 48n, offset: 12n, failed: 10n, held: 10n, pending: 10n, sent: 9n, uncertain: 1n };
  expect([holds('entitled', fen), holds('entitled', { ...fen, sent: 8n })]).toEqual([true, false]);
  expect([
    holds('overpaid', { overpaid: 5n, recovered: 2n, writtenOff: 1n, outstanding: 2n }),
    holds('overpaid', {}),
  ]).toEqual([true, true]);
});
