import fc from 'fast-check';
import { checkDisabilityCertificate, checkIdNumber, checkPhone, required } from '.';
import { createPeople, idNumberOf } from '../../test/support/people';
import { addDays } from '../civil-date';
import type { AppError } from '../errors';

const TODAY = '2022-08-01';
const KNOWN = '11010519491231002X';

describe('ID numbers (GB 11643)', () => {
  it('gives birth date and sex', () =>
    expect(checkIdNumber(KNOWN, TODAY)).toEqual({ ok: true, number: KNOWN, birthDate: '1949-12-31', sex: 'female' }));

  it.each([['11010519491231002x'], [' 110105 19491231 002X '], ['110105194912310 02X']])(
    'reads %p as typed by people',
    (written) => expect(checkIdNumber(written, TODAY)).toMatchObject({ ok: true, number: KNOWN }),
  );

  it.each([
    ['110105194912310021', '校验位'],
    ['11010519490230002X', '出生日期不存在'],
    [idNumberOf('2022-08-02', 1), '晚于办理日期'],
    ['110105491231002', '15位'],
    ['1101051949123100', '18位'],
    ['X1010519491231002X', '18位'],
    ['', '18位'],
  ])('refuses %p: %s', (written, says) => {
    const checked = checkIdNumber(written, TODAY);
    expect(checked).toMatchObject({ ok: false, message: expect.stringContaining(says) as string });
  });

  it('takes somebody born on the day itself, and a place that exists nowhere', () =>
    expect(checkIdNumber(idNumberOf(TODAY, 2), TODAY)).toMatchObject({ ok: true, birthDate: TODAY, sex: 'female' }));

  it('finds every single wrong digit and every swap of unequal neighbours', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (seed, at, shift) => {
        const { idNumber } = createPeople(seed).next();
        const other = String((Number(idNumber.charAt(at)) + shift) % 10);
        expect(checkIdNumber(idNumber.slice(0, at) + other + idNumber.slice(at + 1), TODAY).ok).toBe(false);
        const [left, right] = [idNumber.charAt(at), idNumber.charAt(at + 1)];
        fc.pre(left !== right && right !== 'X');
        expect(checkIdNumber(idNumber.slice(0, at) + right + left + idNumber.slice(at + 2), TODAY).ok).toBe(false);
      }),
    ));

  it('names the field when it is required', () => {
    expect(required(checkIdNumber(KNOWN, TODAY), 'members[0].idNumber').birthDate).toBe('1949-12-31');
    try {
      required(checkIdNumber('1', TODAY), 'members[0].idNumber');
      throw new Error('not refused');
    } catch (error) {
      expect((error as AppError).details.fields?.[0]?.path).toBe('members[0].idNumber');
    }
  });
});

describe('invented people', () => {
  it('are valid, the same for a seed, and never twice', () => {
    const people = Array.from({ length: 200 }, createPeople(7).next.bind(undefined, {}));
    const again = createPeople(7);
    expect(people).toEqual(people.map(() => again.next()));
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(200);
    for (const { idNumber, birthDate, sex, phone } of people) {
      expect(checkIdNumber(idNumber, TODAY)).toMatchObject({ ok: true, birthDate, sex });
      expect(checkPhone(phone)).toMatchObject({ ok: true, kind: 'mobile' });
    }
  });

  it('have the birth date and sex that are asked for', () =>
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom('male' as const, 'female' as const),
        (seed, days, sex) => {
          const birthDate = addDays('1935-01-01', days);
          const { idNumber } = createPeople(seed).next({ birthDate, sex });
          expect(checkIdNumber(idNumber, '2030-01-01')).toMatchObject({ birthDate, sex });
        },
      ),
    ));
});

describe('disability certificates', () => {
  it.each([
    ['23', 'hearing', 3],
    ['44', 'physical', 4],
    ['51', 'intellectual', 1],
    ['72', 'multiple', 2],
  ])('%s is %s grade %i', (digits, category, grade) =>
    expect(checkDisabilityCertificate(KNOWN + digits, TODAY)).toEqual({
      ok: true,
      number: KNOWN + digits,
      idNumber: KNOWN,
      category,
      grade,
    }),
  );

  it('tolerates the mark of a reissue', () =>
    expect(checkDisabilityCertificate(`${KNOWN.toLowerCase()}44b1`, TODAY)).toMatchObject({
      ok: true,
      number: `${KNOWN}44`,
      reissue: 'B1',
    }));

  it.each([
    [`${KNOWN}84`, '第19位'],
    [`${KNOWN}04`, '第19位'],
    [`${KNOWN}45`, '第20位'],
    [`${KNOWN}40`, '第20位'],
    ['11010519491231002144', '校验位'],
    [KNOWN, '20位'],
    [`${KNOWN}441`, '20位'],
  ])('refuses %s: %s', (written, says) =>
    expect(checkDisabilityCertificate(written, TODAY)).toMatchObject({
      ok: false,
      message: expect.stringContaining(says) as string,
    }),
  );
});

describe('phones', () => {
  it.each([
    ['13800138000', '13800138000', 'mobile'],
    ['138 0013 8000', '13800138000', 'mobile'],
    ['+86 138-0013-8000', '13800138000', 'mobile'],
    ['13800138000', '13800138000', 'mobile'],
    ['0871-63331234', '0871-63331234', 'landline'],
    ['(0875)2163331', '0875-2163331', 'landline'],
    ['01063331234', '010-63331234', 'landline'],
    ['0871—63331234-801', '0871-63331234-801', 'landline'],
  ])('%p is %s', (written, number, kind) => expect(checkPhone(written)).toEqual({ ok: true, number, kind }));

  it.each([
    ['1380013800', '11位'],
    ['12800138000', '13至19'],
    ['63331234', '区号'],
    ['0871-1234', '固定电话'],
    ['abc', '手机号'],
    ['', '手机号'],
  ])('refuses %p: %s', (written, says) =>
    expect(checkPhone(written)).toMatchObject({ ok: false, message: expect.stringContaining(says) as string }),
  );
});
