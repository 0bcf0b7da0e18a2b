import { programmes } from '../../domain/lifecycle/programmes';
import { clocks, clockStages } from './clocks';

it('every limit of a stage that the system ends by itself is one that officers wait for, in words', () => {
  const automatic = Object.values(programmes).flatMap(({ table }) =>
    Object.entries(table).flatMap(([stage, { limits }]) =>
      Object.entries(limits).flatMap(([kind, limit]) => (limit?.whenDue === undefined ? [] : [{ stage, kind }])),
    ),
  );
  expect([...new Set(automatic.map(({ kind }) => kind))].sort()).toEqual(Object.keys(clocks).sort());
  expect([...new Set(automatic.map(({ stage }) => stage))].sort()).toEqual([...clockStages].sort());
});
