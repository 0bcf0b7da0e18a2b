/** Between the parts of a name: every dot that keyboards, banks and registers write for the same one. */
const DOTS = /[·•・･‧∙⋅᛫.。﹒․\u30fb]/gu;
const SPACES = /[\s\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Variant and traditional forms that registers and banks write for one another (第一批异体字整理表, 通用规范汉字表附件1),
 * as far as they occur in names. A rare character such as 䶮 stands for itself and is no form of another.
 */
const forms: Readonly<Record<string, string>> = {
  峯: '峰',
  羣: '群',
  昇: '升',
  陞: '升',
  堃: '坤',
  喆: '哲',
  仝: '同',
  崑: '昆',
  脩: '修',
  谿: '溪',
  祕: '秘',
  鉅: '巨',
  呂: '吕',
  吳: '吴',
  黃: '黄',
  溫: '温',
  劉: '刘',
  陳: '陈',
  楊: '杨',
  張: '张',
  趙: '赵',
  馬: '马',
  羅: '罗',
  龍: '龙',
  蘭: '兰',
  葉: '叶',
  鍾: '钟',
  鐘: '钟',
  許: '许',
  鄧: '邓',
  鄭: '郑',
  蘇: '苏',
  蕭: '萧',
  譚: '谭',
  陸: '陆',
  鳳: '凤',
  華: '华',
  國: '国',
  偉: '伟',
  強: '强',
  麗: '丽',
  榮: '荣',
  貴: '贵',
  寶: '宝',
  瓊: '琼',
  雲: '云',
  啓: '启',
  啟: '启',
};

/** One spelling of a name: widths, spaces, dots and variant characters make no other person. */
export const normaliseName = (name: string): string =>
  [...name.normalize('NFKC').replace(SPACES, '').replace(DOTS, '').toUpperCase()]
    .map((character) => forms[character] ?? character)
    .join('');

export const sameName = (one: string, other: string): boolean => normaliseName(one) === normaliseName(other);
