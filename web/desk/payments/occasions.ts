import { useQuery } from '@tanstack/react-query';
import { sayMonth } from '../../../domain/civil-date';
import { api, dataOf } from '../../shared/api/client';
import { useMe } from '../session/api';
import { texts } from './texts';

const { open: words } = texts;

interface Option {
  readonly value: string;
  readonly label: string;
}
export type SubsidyKind = 'priceLinkage' | 'oneOff';

/** Once for each, though several areas of a month share a start. */
const distinct = (options: readonly Option[]): readonly Option[] => [
  ...new Map(options.map((one) => [one.value, one])).values(),
];

const starts = async (county: string): Promise<readonly Option[]> => {
  const { months } = await dataOf(api.GET('/api/v1/price-linkage/months', {}));
  return months.flatMap(({ month, start }) =>
    start?.state === 'approved' && county.startsWith(start.division)
      ? [{ value: start.id, label: words.start(sayMonth(month), start.orderNumber) }]
      : [],
  );
};

const plans = async (county: string): Promise<readonly Option[]> => {
  const answer = await dataOf(api.GET('/api/v1/one-off-plans', {}));
  return answer.plans.flatMap(({ id, state, division, title, orderNumber }) =>
    state === 'approved' && county.startsWith(division) ? [{ value: id, label: words.plan(title, orderNumber) }] : [],
  );
};

const of: Readonly<Record<SubsidyKind, typeof starts>> = { priceLinkage: starts, oneOff: plans };

/** What a subsidy can be paid for in the county: starts and plans that were approved. */
export const useOccasions = (kind: SubsidyKind) => {
  const county = useMe().current.division;
  return useQuery({
    queryKey: ['priceLinkage', 'occasions', kind, county],
    queryFn: async () => distinct(await of[kind](county)),
  });
};
