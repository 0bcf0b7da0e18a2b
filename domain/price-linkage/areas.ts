import { firstDayOf, type CivilMonth } from '../civil-date';
import { childrenOf } from '../divisions';
import { levelDigits } from '../lifecycle/roles';
import { choiceOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';

/** The place whose index decides for a division: its prefecture or its province. @throws AppError parameterUnknown */
export const indexAreaOf = (division: string, month: CivilMonth, parameters: Parameters): string => {
  const level = choiceOf(parameters.get('priceLinkage.triggerLevel', { on: firstDayOf(month), division }));
  return division.slice(0, level === 'province' ? levelDigits.province : levelDigits.prefecture);
};

/** The places whose indices decide within a division. */
export const indexAreasWithin = (division: string, month: CivilMonth, parameters: Parameters): readonly string[] => {
  const area = indexAreaOf(division, month, parameters);
  const level = choiceOf(parameters.get('priceLinkage.triggerLevel', { on: firstDayOf(month), division }));
  if (level === 'province' || division.length >= levelDigits.prefecture) return [area];
  return childrenOf(division).map(({ code }) => code);
};
