import { addDays, type CivilDate } from '../civil-date';
import { currentNames, divisionChanges } from './generated';
import type { DivisionChange } from './types';

export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village';

/** One place under one code; `from` and `to` are the first and last day of the code where it changed. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly successor?: string;
}

/** Length of the code at each level. */
const lengths: Readonly<Record<number, DivisionLevel>> = {
  2: 'province',
  4: 'prefecture',
  6: 'county',
  9: 'township',
  12: 'village',
};
const parentLengths = [2, 4, 6, 9] as const;
const COUNTY = 6;

const ended: ReadonlyMap<string, DivisionChange> = new Map(divisionChanges.map((change) => [change.code, change]));
const begun: ReadonlyMap<string, DivisionChange> = new Map(divisionChanges.map((change) => [change.successor, change]));

/** 530000, 530500 and 530581001000 are written out forms of 53, 5305 and 530581001. */
const trimmed = (code: string): string => {
  const pattern = /^\d{9}000$/.test(code) ? code.slice(0, 9) : code;
  const county = /^\d{6}000$/.test(pattern) ? pattern.slice(0, COUNTY) : pattern;
  if (/^\d{2}0000$/.test(county)) return county.slice(0, 2);
  return /^\d{4}00$/.test(county) ? county.slice(0, 4) : county;
};

const successorOf = (code: string): string | undefined => {
  const change = ended.get(code.slice(0, COUNTY));
  return change && change.successor + code.slice(COUNTY);
};

const nameUnder = (code: string): string | undefined => {
  const successor = successorOf(code);
  if (!successor) return currentNames[code];
  return code.length === COUNTY ? ended.get(code)!.name : currentNames[successor];
};

/** The place of a code of 2, 4, 6, 9 or 12 digits, ended codes too; with a day only if the code was in use that day. */
export const findDivision = (written: string, on?: CivilDate): Division | undefined => {
  const code = trimmed(written);
  const level = lengths[code.length];
  const name = nameUnder(code);
  if (!level || name === undefined) return undefined;
  const end = ended.get(code.slice(0, COUNTY))?.until;
  const start = begun.get(code.slice(0, COUNTY))?.until;
  if (on !== undefined && ((end !== undefined && on > end) || (start !== undefined && on <= start))) return undefined;
  const successor = successorOf(code);
  return {
    code,
    name,
    level,
    ...(start && { from: addDays(start, 1) }),
    ...(end && { to: end }),
    ...(successor && { successor }),
  };
};

/** The code in use on a day (today's without one); a code that never changed, or is unknown, comes back as it is. */
export const currentCode = (code: string, on?: CivilDate): string => {
  const successor = successorOf(code);
  const end = ended.get(code.slice(0, COUNTY))?.until;
  return successor && (on === undefined || on > end!) ? successor : code;
};

/** The name for people; an unknown code is shown as it is. */
export const nameOf = (code: string): string => findDivision(code)?.name ?? code;

/** Every known place above and including the code, the province first. */
const lineage = (written: string): readonly string[] => {
  const code = trimmed(written);
  return [...parentLengths.filter((length) => length < code.length).map((length) => code.slice(0, length)), code];
};

/** "云南省保山市腾冲市腾越街道"; what is not known of the code is left out. */
export const pathOf = (code: string): string =>
  lineage(code)
    .map((part) => findDivision(part)?.name ?? '')
    .join('');

const childrenByParent = (): ReadonlyMap<string, readonly Division[]> => {
  const byParent = new Map<string, Division[]>();
  for (const code of Object.keys(currentNames).sort()) {
    const parent = code.slice(0, parentLengths.filter((length) => length < code.length).at(-1) ?? 0);
    byParent.set(parent, [...(byParent.get(parent) ?? []), findDivision(code)!]);
  }
  return byParent;
};
const children = childrenByParent();

/** The places directly below in use today, by code; of '' the province. */
export const childrenOf = (code: string): readonly Division[] => children.get(code === '' ? '' : trimmed(code)) ?? [];

/** Every place in use today of one level, by code. */
export const divisionsOf = (level: DivisionLevel): readonly Division[] =>
  [...children.values()]
    .flat()
    .filter((division) => division.level === level)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
