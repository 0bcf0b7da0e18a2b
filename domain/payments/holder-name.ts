/** Characters that systems write differently for the same name: the dot in minority names, and common variants. */
const dots = /[·•.。・‧∙⋅●﹒]/gu;
/** Variant and traditional forms that older bank systems print. Different characters of one sound are different names. */
const variants = new Map(
  [
    '吳吴',
    '呉吴',
    '黃黄',
    '呂吕',
    '溫温',
    '盧卢',
    '戶户',
    '閆闫',
    '蕭萧',
    '峯峰',
    '煕熙',
    '産产',
    '陳陈',
    '楊杨',
    '趙赵',
    '張张',
    '劉刘',
    '馬马',
    '葉叶',
    '鄭郑',
    '許许',
    '鄧邓',
    '羅罗',
    '孫孙',
    '龍龙',
    '嶽岳',
  ].map((pair) => [pair[0]!, pair[1]!] as const),
);

/** A name as it is compared: one dot, no blanks, one form of each character (policy.md §12: names on accounts). */
export const comparableName = (name: string): string =>
  [...name.normalize('NFKC').replace(/\s/gu, '').replace(dots, '·')]
    .map((character) => variants.get(character) ?? character)
    .join('');

export const sameName = (one: string, other: string): boolean => comparableName(one) === comparableName(other);
