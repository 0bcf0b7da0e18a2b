import { normalised, wrong, type Checked } from './check';

export interface Phone {
  /** Digits only; a landline as 0871-63331234, with -n for an extension. */
  readonly number: string;
  readonly kind: 'mobile' | 'landline';
}

const MOBILE = /^(?:\+?86-?)?(1[3-9]\d{9})$/;
/** Area codes: 010 and 02x of three digits, the others of four. */
const LANDLINE = /^\(?(010|02\d|0[3-9]\d{2})\)?-?([2-8]\d{6,7})(?:-(\d{1,6}))?$/;

/** A mobile number of 11 digits, or a landline with its area code. */
export const checkPhone = (written: string): Checked<Phone> => {
  const text = normalised(written).replace(/[‐-―]/g, '-');
  const mobile = MOBILE.exec(text.replace(/(?<=\d)-(?=\d)/g, ''))?.[1];
  if (mobile) return { ok: true, number: mobile, kind: 'mobile' };
  const [, area, local, extension] = LANDLINE.exec(text) ?? [];
  if (area && local) {
    return { ok: true, number: `${area}-${local}${extension ? `-${extension}` : ''}`, kind: 'landline' };
  }
  if (/^[2-8]\d{6,7}$/.test(text)) return wrong('固定电话请加区号,例如 0871-63331234');
  if (/^1\d*$/.test(text)) return wrong('手机号应为11位,以13至19开头');
  return wrong('电话应为11位手机号,或带区号的固定电话,例如 0871-63331234');
};
