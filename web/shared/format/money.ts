/** "1234.50" (yuan on the wire) → 1,234.50元; no value → 「—」. */
export const showYuan = (yuan: string | null | undefined): string => {
  if (yuan === null || yuan === undefined || yuan === '') return '—';
  const [whole = '0', cents = ''] = yuan.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan.startsWith('-') ? '−' : ''}${grouped}.${cents.padEnd(2, '0').slice(0, 2)}元`;
};

/** What somebody types for an amount, if it is one: at most two decimals, not negative. */
export const isAmount = (text: string): boolean => /^\d{1,13}(\.\d{1,2})?$/.test(text);
