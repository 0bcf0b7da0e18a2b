import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { childrenOf, findDivision, nameOf, pathOf } from '../../domain/divisions';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { maskName } from '../../domain/mask';
import { yuanFromFen } from '../../domain/money';
import type { BoardRecipient } from '../../store/public/board';
import { divisionCode } from '../fields';

const PROVINCE = '53';
const TOWNSHIP_DIGITS = 9;

export const placeQuery = { division: divisionCode('行政区划代码').default(PROVINCE) };

/** Names stand on the page of one township only: nobody copies a county in one go. */
export const isListed = (division: string): boolean => division.length >= TOWNSHIP_DIGITS;

export const Place = z.object({
  division: z.string(),
  name: z.string(),
  path: z.string().meta({ description: '带上级名称的全称' }),
});

export const placeOf = (division: string): z.input<typeof Place> => {
  if (!findDivision(division)) throw new AppError('notFound', '没有这个地方,请从上一级重新选择');
  return { division, name: nameOf(division), path: pathOf(division) };
};

export const childPlaces = (division: string) =>
  childrenOf(division).map(({ code, name }) => ({ division: code, name }));

export const Listed = z.object({
  programme: z.string().meta({ description: '救助项目' }),
  place: z.string().meta({ description: '所在村(社区),不明时为乡镇' }),
  applicant: z.string().nullable().meta({ description: '姓名,中间以＊代替;未成年人不公布,为空' }),
  people: z.int().meta({ description: '保障人数' }),
  monthly: z.string().meta({ description: '每月保障金(元)' }),
});

/** What the web shows of a household: less than the board in the village, where neighbours must know who it is. */
export const listed = ({ programme, division, applicant, people, monthlyFen }: BoardRecipient) => ({
  programme: isProgramme(programme) ? programmes[programme].label : programme,
  place: nameOf(division),
  applicant: applicant === null ? null : maskName(applicant),
  people,
  monthly: yuanFromFen(monthlyFen),
});

export const exampleListed = {
  programme: '低保',
  place: '腾越街道',
  applicant: '马＊芬',
  people: 3,
  monthly: '1200.00',
};
export const examplePlace = { division: '530581001', name: '腾越街道', path: '云南省保山市腾冲市腾越街道' };
