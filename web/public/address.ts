import { isCivilMonth } from '../../domain/civil-date';

export const views = ['notices', 'long-term', 'payments'] as const;
export type View = (typeof views)[number];

/** What the address of the page says. */
export interface Address {
  readonly view: View;
  /** 2, 4, 6, 9 or 12 digits. */
  readonly division: string;
  readonly notice?: string;
  readonly page: number;
  /** Of the list of payments; the newest where absent. */
  readonly month?: string;
}

export const PROVINCE = '53';

export const readAddress = (search: string): Address => {
  const query = new URLSearchParams(search);
  const division = query.get('division') ?? '';
  const notice = query.get('notice');
  const page = Number(query.get('page'));
  const month = query.get('month') ?? '';
  return {
    view: views.find((view) => view === query.get('view')) ?? 'notices',
    division: /^\d+$/.test(division) ? division : PROVINCE,
    ...(notice ? { notice } : {}),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ...(isCivilMonth(month) ? { month } : {}),
  };
};

/** An address of these pages; what is usual is left out, so that it can be read aloud. */
export const writeAddress = ({ view, division, notice, page, month }: Partial<Address>): string => {
  const query = new URLSearchParams({
    ...(view && view !== 'notices' ? { view } : {}),
    ...(division && division !== PROVINCE ? { division } : {}),
    ...(notice ? { notice } : {}),
    ...(month ? { month } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  });
  return query.size > 0 ? `/public?${query.toString()}` : '/public';
};

const LEVELS = [2, 4, 6, 9] as const;

/** The codes above a place, the province first. */
export const above = (division: string): readonly string[] =>
  LEVELS.filter((digits) => digits < division.length).map((digits) => division.slice(0, digits));
