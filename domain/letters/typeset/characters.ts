/** 避头: never at the start of a line. */
const NOT_FIRST = new Set('。，、；：？！）】〕》〉」』”’…—％‰℃·～!),.:;?]}%');
/** 避尾: never at the end of a line. */
const NOT_LAST = new Set('（【〔《〈「『“‘￥([{');

export const mayStartLine = (character: string): boolean => !NOT_FIRST.has(character);
export const mayEndLine = (character: string): boolean => !NOT_LAST.has(character);

/** Letters and figures that stay together: 530581-2022-000123, 1,234.50, 2022-07-01. */
export const isWordCharacter = (character: string): boolean => /[0-9A-Za-z.,\-/_*+@#]/.test(character);

export const isHan = (character: string): boolean =>
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character);
