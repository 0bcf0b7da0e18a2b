import { isRecipientClass, recipientClasses } from './classes';

/** The words that parameters of a choice may take; others are refused at entry and in a preview. */
const priceLinkageChoices: Readonly<Record<string, readonly string[]>> = {
  'priceLinkage.comparison': ['atLeast', 'above'],
  'priceLinkage.deadline.rule': ['workingDays', 'withinMonth'],
  'priceLinkage.amountIndex': ['general', 'triggering'],
  'priceLinkage.rounding.mode': ['exact', 'up', 'down', 'halfUp'],
  'priceLinkage.base': ['settlement', 'urban', 'rural'],
  'priceLinkage.baseDivision': ['province', 'local'],
  'priceLinkage.triggerLevel': ['prefecture', 'province'],
  'priceLinkage.duplicates': ['highest', 'order'],
};

/** Units and factors of which zero means nothing. */
const positive: ReadonlySet<string> = new Set(['priceLinkage.rounding.unit', 'priceLinkage.multiplier']);

/** What is wrong with a value that its unit allows, or undefined. */
export const priceLinkageProblem = (id: string, value: unknown): string | undefined => {
  if (id === 'priceLinkage.recipients')
    return Array.isArray(value) && value.every(isRecipientClass)
      ? undefined
      : `应为对象类别的列表,每项只能是:${recipientClasses.join('、')}`;
  const choices = priceLinkageChoices[id];
  if (choices && !choices.includes(String(value))) return `只能是:${choices.join('、')}`;
  return positive.has(id) && Number(value) === 0 ? '应大于0' : undefined;
};
