import * as fc from 'fast-check';
import { maskAccount, maskAddress, maskIdNumber, maskLongNumbers, maskName, maskPhone } from './mask';

it.each([
  [maskIdNumber, '539900197001010017', '539***********0017'],
  [maskIdNumber, '12345', '*****'],
  [maskPhone, '13800001234', '138****1234'],
  [maskPhone, '0871-63331234', '0871-******34'],
  [maskPhone, '110', '***'],
  [maskAccount, '6217 0000 0000 0000 123', '****0123'],
  [maskAccount, '1234', '****'],
  [maskLongNumbers, '卡号6217 0000-1000-0000-003,证件53990019600101001X', '卡号****0003,证件****001X'],
  [
    maskLongNumbers,
    '530581-2022-000123 的 mmexport1662601234567.jpg',
    '530581-2022-000123 的 mmexport1662601234567.jpg',
  ],
  [maskLongNumbers, '６２１７０００01000０００0003', '****0003'],
  [maskName, '马小芬', '马＊芬'],
  [maskName, '马芬', '马＊'],
  [maskName, '欧阳小芬', '欧＊＊芬'],
  [maskName, '阿卜杜拉·买买提', '阿＊＊'],
  [maskName, '𠮷野家', '𠮷＊家'],
  [maskName, '马', '＊'],
  [maskAddress, '云南省保山市腾冲市腾越街道观音塘社区12号', '云南省保山市腾冲市腾越街道****'],
  [maskAddress, '云南省昭通市镇雄县泼机镇庙山村3组', '云南省昭通市镇雄县泼机镇****'],
  [maskAddress, '云南省保山市腾冲市腾越街道东社区12号', '云南省保山市腾冲市腾越街道****'],
  [maskAddress, '云南省昆明市五华区无名路9号', '云南省昆明市五华区****'],
  [maskAddress, '某处', '**'],
])('%p masks %s', (mask, text, shown) => {
  expect(mask(text)).toBe(shown);
});

it('never shows the middle of an ID number, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: fc.constantFrom(...'0123456789X') }), (text) => {
      const shown = maskIdNumber(text);
      expect(shown).toHaveLength(text.length);
      expect(shown.slice(3, -4)).toBe('*'.repeat(text.length - 7));
    }),
  );
});
