/** What a disclosure tells of; each has lists and a ledger of its own. */
export const disclosureItems = {
  benefit: '保障金',
  priceLinkage: '价格临时补贴',
  oneOff: '一次性补贴',
} as const;

export type DisclosureItem = keyof typeof disclosureItems;
export const itemNames = Object.keys(disclosureItems) as [DisclosureItem, ...DisclosureItem[]];

/** Classes as counties publish them; a household whose class nobody found stands apart, never among others. */
export const classLabels: Readonly<Record<string, string>> = {
  urban: '城市',
  A: '农村A类',
  B: '农村B类',
  C: '农村C类',
  ruralPeople: '农村',
  rural: '农村(未分类)',
};

export const classOrder: readonly string[] = Object.keys(classLabels);
