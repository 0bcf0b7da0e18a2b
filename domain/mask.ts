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

/** 马＊芬, 马＊; a name of the form 阿卜杜拉·买买提 keeps its first character alone. */
export const maskName = (name: string): string => {
  const text = name.trim();
  const characters = [...text];
  if (characters.length <= 1) return '＊';
  if (/[·.]/.test(text) || characters.length > 4) return `${characters[0]}＊＊`;
  return masked(text, 1, characters.length > 2 ? 1 : 0, '＊');
};

/** Units above the township first, since 镇雄县 and 乡宁县 are counties. */
const township = /^((?:.{2,}?(?:省|自治州|市|自治县|县|区))*.+?(?:街道|镇|乡))(.+)$/;
const county = /^((?:.{2,}?(?:省|自治州|市|自治县|县|区))+)(.+)$/;

/** Down to the township; village, street and house number are left out: 云南省保山市腾冲市腾越街道**** */
export const maskAddress = (address: string): string => {
  const text = address.trim();
  const known = township.exec(text) ?? county.exec(text);
  return known ? `${known[1]}****` : masked(text, 2, 0);
};
