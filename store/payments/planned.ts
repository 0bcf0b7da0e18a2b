import type { PoolClient } from 'pg';

/** Ways of finding rows that the planner must not take where it cannot know yet how many there are. */
type Way = 'nestloop' | 'seqscan';

/** Has a statement planned without some ways; those after it are planned as ever. */
export const planWithout = async <Result>(
  client: PoolClient,
  ways: readonly Way[],
  statement: () => Promise<Result>,
): Promise<Result> => {
  const turn = (to: 'on' | 'off') => client.query(ways.map((way) => `set local enable_${way} = ${to}`).join('; '));
  await turn('off');
  const result = await statement();
  await turn('on');
  return result;
};
