/** The words that parameters of a choice may take; others are refused at entry and in a preview. */
export const priceLinkageChoices: Readonly<Record<string, readonly string[]>> = {
  'priceLinkage.comparison': ['atLeast', 'above'],
  'priceLinkage.deadline.rule': ['workingDays', 'withinMonth'],
  'priceLinkage.amountIndex': ['general', 'triggering'],
  'priceLinkage.rounding.mode': ['exact', 'up', 'down', 'halfUp'],
  'priceLinkage.base': ['settlement', 'urban', 'rural'],
  'priceLinkage.baseDivision': ['province', 'local'],
  'priceLinkage.triggerLevel': ['prefecture', 'province'],
  'priceLinkage.duplicates': ['highest', 'order'],
};
