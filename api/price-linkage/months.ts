import type { Calendar } from '../../domain/calendar';
import { addMonthsToMonth, type CivilDate, type CivilMonth } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import type { Parameters } from '../../domain/parameters/resolve';
import { indexAreasWithin } from '../../domain/price-linkage/areas';
import { payBy } from '../../domain/price-linkage/deadline';
import { monthStateOf, monthStates } from '../../domain/price-linkage/months';
import { triggerOf } from '../../domain/price-linkage/trigger';
import type { PriceLinkageStart } from '../../generated/prisma/client';
import { indicesInForce, indicesOf, type EnteredIndex } from '../../store/price-linkage/indices';
import type { Tx } from '../deps';
import { conditionViews, payByView } from './preview-schema';
import { startView } from './start-view';

interface Rules {
  readonly parameters: Parameters;
  readonly calendar: Calendar;
}

interface Span {
  readonly division: string;
  readonly from: CivilMonth;
  readonly to: CivilMonth;
  readonly today: CivilDate;
}

const monthsOf = ({ from, to }: Span): CivilMonth[] => {
  const months: CivilMonth[] = [];
  for (let month = from; month <= to; month = addMonthsToMonth(month, 1)) months.push(month);
  return months;
};

const triggerFrom = (index: EnteredIndex | undefined, area: string, month: CivilMonth, { parameters }: Rules) =>
  index && triggerOf({ division: area, month, indices: indicesOf(index) }, parameters);

const valuesOf = (index: EnteredIndex | undefined) =>
  index ? { cpi: index.cpi, foodCpi: index.foodCpi, scpi: index.scpi, publishedOn: index.publishedOn } : null;

/**
 * Every month of the span and area with its state, newest first. Derived anew from indices, starts and the day alone, so
 * that nothing has to be remembered about a limit that nears or passed.
 */
export const monthViews = async (tx: Tx, rules: Rules, span: Span) => {
  const areas = indexAreasWithin(span.division, span.to, rules.parameters);
  const before = addMonthsToMonth(span.from, -1);
  const indices = await indicesInForce(tx, { areas, from: before, to: span.to });
  const starts = await tx.priceLinkageStart.findMany({
    where: { month: { gte: before, lte: span.to }, state: { not: 'rejected' } },
  });
  const startOf = (area: string, month: CivilMonth): PriceLinkageStart | undefined =>
    starts.find((start) => start.month === month && area.startsWith(start.division));
  const one = (area: string, month: CivilMonth) => {
    const index = indices.get(`${area}/${month}`);
    const trigger = triggerFrom(index, area, month, rules);
    const last = addMonthsToMonth(month, -1);
    const ranBefore =
      startOf(area, last)?.state === 'approved' &&
      triggerFrom(indices.get(`${area}/${last}`), area, last, rules)?.met === true;
    const limit =
      trigger?.met && index ? payBy({ division: area, month, publishedOn: index.publishedOn }, rules) : undefined;
    // An order for a whole province starts only the areas that met the conditions.
    const start = trigger?.met ? startOf(area, month) : undefined;
    const state = monthStateOf({
      triggered: trigger?.met,
      started: start?.state === 'approved',
      ranBefore,
      today: span.today,
      ...(start?.paidOn ? { paidOn: start.paidOn } : {}),
      ...(limit?.due ? { due: limit.due } : {}),
    });
    return {
      month,
      area,
      areaName: nameOf(area),
      indices: valuesOf(index),
      state: state.state,
      stateLabel: monthStates[state.state].label,
      daysLate: state.daysLate,
      daysLeft: state.daysLeft ?? null,
      conditions: conditionViews(trigger?.conditions ?? []),
      start: start ? startView(start) : null,
      deadline: limit ? payByView(limit) : null,
    };
  };
  return monthsOf(span)
    .reverse()
    .flatMap((month) => areas.map((area) => one(area, month)));
};
