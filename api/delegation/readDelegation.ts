import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { childrenOf, nameOf } from '../../domain/divisions';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { valueView } from '../parameters/view';

const PARAMETER = 'dibao.confirmation';
const WIDTH = { 2: 4, 4: 6, 6: 9, 9: 12 } as const;

const Mode = z.object({
  value: z.string().meta({ description: 'county 县级确认、entrusted 委托乡镇、ownName 乡镇以自己名义' }),
  division: z.string().meta({ description: '在哪一级设定' }),
  from: z.string(),
  reference: z.string(),
});

const Place = z.object({
  division: z.string(),
  name: z.string(),
  now: Mode.nullable(),
  planned: z.array(Mode),
  notAccepted: z.int().meta({ description: '尚未受理:受理之日的规定适用' }),
  atCounty: z.int().meta({ description: '在办,由县级确认' }),
  atTownship: z.int().meta({ description: '在办,由乡镇确认' }),
});

interface Counts {
  readonly place: string;
  readonly notAccepted: number;
  readonly atCounty: number;
  readonly atTownship: number;
}

const COUNTS = `select substr(division, 1, $1) as place,
    count(*) filter (where accepted_on is null)::int as "notAccepted",
    count(*) filter (where accepted_on is not null and decided_on is null and authority = 'county')::int as "atCounty",
    count(*) filter (where accepted_on is not null and decided_on is null and authority <> 'county')::int as "atTownship"
  from "case" where closed_at is null and programme = 'dibao' and division >= $2 and division < $2 || ':' group by 1`;

const modeOf = ({ value, division, from, reference }: ReturnType<typeof valueView>) => ({
  value: String(value),
  division,
  from,
  reference,
});

const countsBelow = async (context: Context, division: string): Promise<ReadonlyMap<string, Counts>> => {
  const width = WIDTH[division.length as keyof typeof WIDTH] ?? division.length;
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<Counts>(COUNTS, [width, division]),
  );
  return new Map(rows.map((row) => [row.place, row]));
};

const modesOf = async ({ rulebook, now }: Context, tx: Tx, places: readonly string[]) => {
  const on = civilDateAt(now().getTime());
  const { all, find } = await rulebook.parameters(tx);
  const values = all.find(({ id }) => id === PARAMETER)?.values ?? [];
  return places.map((place) => {
    const found = find(PARAMETER, { on, division: place });
    return {
      now: found ? modeOf(valueView(found)) : null,
      planned: values
        .filter(({ division, from }) => place.startsWith(division) && from > on)
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .map((value) => modeOf(valueView(value))),
    };
  });
};

export const readDelegation = operation({
  method: 'get',
  path: '/api/v1/delegation',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看审核确认权限下放',
  description:
    '某地及其下一级现在由谁确认、已定的变动和依据,各有多少在办个案。受理时定下的确认机关不因以后的变动而改变;录入用“录入标准或参数”,参数 dibao.confirmation。',
  effect: 'none',
  query: z.strictObject({ division: divisionCode() }),
  output: z.object({ places: z.array(Place) }),
  example: {
    query: { division: '530581' },
    output: {
      places: [
        {
          division: '530581001',
          name: '腾越街道',
          now: { value: 'county', division: '53', from: '2014-05-01', reference: '《最低生活保障审核确认办法》第三条' },
          planned: [],
          notAccepted: 1,
          atCounty: 3,
          atTownship: 0,
        },
      ],
    },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division } }) {
    const below = childrenOf(division).map(({ code }) => code);
    const places = [division, ...(division.length < 9 ? below : [])];
    const counts = await countsBelow(context, division);
    const modes = await context.scope((tx) => modesOf(context, tx, places));
    return {
      places: places.map((place, index) => {
        const { notAccepted = 0, atCounty = 0, atTownship = 0 } = counts.get(place) ?? {};
        return { division: place, name: nameOf(place), ...modes[index]!, notAccepted, atCounty, atTownship };
      }),
    };
  },
});
