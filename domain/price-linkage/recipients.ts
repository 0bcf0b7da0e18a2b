import { firstDayOf, type CivilMonth } from '../civil-date';
import { AppError } from '../errors';
import type { Parameters, Resolved } from '../parameters/resolve';
import { isRecipientClass, type RecipientClass } from './classes';

/** The classes that the rule of an index month names, in its order. @throws AppError parameterUnknown */
export const recipientsOf = (
  { division, month }: { division: string; month: CivilMonth },
  parameters: Parameters,
): { readonly classes: readonly RecipientClass[]; readonly rule: Resolved } => {
  const rule = parameters.get('priceLinkage.recipients', { on: firstDayOf(month), division });
  if (!Array.isArray(rule.value) || !rule.value.every(isRecipientClass))
    throw new AppError('parameterInvalid', `参数“${rule.title}”含有不认识的对象,请管理员更正`, { parameter: rule.id });
  return { classes: rule.value, rule };
};
