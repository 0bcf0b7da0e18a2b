import { composeLetter, type StoredLetter } from './compose';
import { townshipOfficeOf } from './office';
import { writeLetter } from './write';

const head = { number: '530581-2022-000123', programme: '低保', applicantName: '甲示例', on: '2022-09-13' };
const stored = (kind: 'refusal' | 'receipt', office: string, more: Partial<StoredLetter> = {}): StoredLetter => ({
  ...writeLetter(kind, { ...head, office }, '第一段,有两句。', '第二段。'),
  createdAt: 0,
  authority: 'county',
  townshipOffice: '腾越街道办事处',
  ...more,
});
const sealOf = (letter: StoredLetter) =>
  composeLetter(letter).blocks.flatMap((block) => (block.kind === 'signature' ? [block.seal] : []))[0];

describe('composeLetter', () => {
  it('sets head, number, title, addressee, indented paragraphs and signature in the order of an official letter', () => {
    const { blocks } = composeLetter(stored('refusal', '腾冲市民政局'));
    expect(blocks).toMatchObject([
      { kind: 'letterhead', office: '腾冲市民政局', number: '编号：530581-2022-000123' },
      { kind: 'title', text: '低保不予确认决定书' },
      { kind: 'space' },
      { kind: 'text', text: '甲示例：' },
      { kind: 'text', text: '第一段，有两句。', indent: 2 },
      { kind: 'text', text: '第二段。', indent: 2 },
      { kind: 'signature', office: '腾冲市民政局', date: '2022年9月13日' },
    ]);
  });

  it('names the seal by who holds the power: the county, the entrusted township in its name, the township itself', () => {
    expect(sealOf(stored('refusal', '腾冲市民政局'))).toBe('加盖腾冲市民政局印章');
    expect(sealOf(stored('refusal', '腾冲市民政局', { authority: 'township' }))).toBe(
      '加盖腾冲市民政局印章\n（受委托机关腾越街道办事处用印）',
    );
    expect(sealOf(stored('refusal', '腾越街道办事处', { authority: 'township' }))).toBe('加盖腾越街道办事处印章');
    expect(sealOf(stored('receipt', '腾越街道办事处'))).toBe('加盖腾越街道办事处印章');
  });

  it.each([
    ['腾越街道', '腾越街道办事处'],
    ['清水乡', '清水乡人民政府'],
    ['和顺镇', '和顺镇人民政府'],
  ])('%s is %s', (name, office) => {
    expect(townshipOfficeOf(name)).toBe(office);
  });
});
