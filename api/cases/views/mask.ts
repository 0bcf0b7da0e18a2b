/** 530522197505150014 → 530522********0014 */
export const maskIdNumber = (number: string): string => `${number.slice(0, 6)}********${number.slice(-4)}`;
