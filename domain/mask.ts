/** What is shown of personal data to those who need not see it whole. Whole characters are counted, also rare ones. */
const masked = (text: string, first: number, last: number, star = '*'): string => {
  const characters = [...text];
  const hidden = characters.length - first - last;
  if (hidden <= 0) return star.repeat(characters.length);
  return (
    characters.slice(0, first).join('') + star.repeat(hidden) + characters.slice(characters.length - last).join('')
  );
};

/** 530***********1234 */
export const maskIdNumber = (idNumber: string): string => masked(idNumber.trim(), 3, 4);

/** 138****1234; of a landline the area code and the last two digits: 0871-******34 */
export const maskPhone = (phone: string): string => {
  const text = phone.trim();
  const area = /^(0\d{2,3}-)(\d+)/.exec(text);
  return area ? `${area[1]}${masked(area[2] ?? '', 0, 2)}` : masked(text, 3, 4);
};

/** ****1234, whatever the length, so that the length tells nothing. */
export const maskAccount = (account: string): string => {
  const text = account.replaceAll(/\s/g, '');
  return text.length > 4 ? `****${text.slice(-4)}` : '****';
};

/** From 15 digits on, with blanks or hyphens or without: an ID or card number, but not the number of a case. */
const long = /(?<![\d-])(?!\d{6}-\d{4}-\d{6}(?![\d-]))\d(?:[\s-]?\d){14,}[Xx]?/g;

/** Every ID or card number in a text as an account is shown, wherever somebody has written it. */
export const maskLongNumbers = (text: string): string =>
  text.normalize('NFKC').replaceAll(long, (found) => maskAccount(found.replaceAll('-', '')));

/** 马＊芬, 马＊; a name of the form 阿卜杜拉·买买提 keeps its first character alone. */
export const maskName = (name: string): string => {
  const text = name.trim();
  const characters = [...text];
  if (characters.length <= 1) return '＊';
  if (/[·.]/.test(text) || characters.length > 4) return `${characters[0]}＊＊`;
  return masked(text, 1, characters.length > 2 ? 1 : 0, '＊');
};

/** Not 镇 or 乡 in the name of a county that follows (镇雄县, 乡宁县), nor 市 before 腾冲市; 社区 is no district. */
const township = /^.*?(?:街道|镇|乡)(?!.{0,3}(?:县|市|(?<!社)区))/;
const county = /^.*?(?:县|市|区)(?!.{0,3}(?:县|市|(?<!社)区))/;

/** Down to the township; village, street and house number are left out: 云南省保山市腾冲市腾越街道**** */
export const maskAddress = (address: string): string => {
  const text = address.trim();
  const [known] = township.exec(text) ?? county.exec(text) ?? [];
  return known !== undefined && known.length < text.length ? `${known}****` : masked(text, 2, 0);
};
