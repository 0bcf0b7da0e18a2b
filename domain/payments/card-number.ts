/** Blanks, hyphens and full-width digits make no other number. */
export const normaliseCardNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

const doubled = (digit: number): number => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2);

/** 12 to 19 digits whose last one is the check digit of ISO/IEC 7812 (Luhn), as UnionPay cards carry it. */
export const isCardNumber = (text: string): boolean => {
  const number = normaliseCardNumber(text);
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number]
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 1 ? doubled(Number(digit)) : Number(digit)), 0);
  return sum % 10 === 0;
};
