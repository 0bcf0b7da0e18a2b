import { api } from '../../../shared/api/client';
import { today } from '../../../shared/format/dates';
import { filterBody, type CaseFilters } from './filters';
import { searchWords } from './search';

/** Columns that the export has by the same name; what marks a row always goes with it. */
const exported = ['household', 'programme', 'stage', 'time', 'place', 'assignee', 'submitted', 'monthly'] as const;

export interface Asked {
  readonly filters: CaseFilters;
  readonly search: string;
  readonly columns: readonly string[];
  readonly format: 'csv' | 'xlsx';
}

export interface Exported {
  readonly rows: string;
  readonly cutOff: boolean;
}

/** Hands a file to the browser, as a click on a link would. */
const download = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};

/** The list as it is shown, as a file: same filters, same columns. */
export const exportCases = async ({ filters, search, columns, format }: Asked): Promise<Exported> => {
  const { data, response } = await api.POST('/api/v1/cases/export', {
    body: {
      ...searchWords(search),
      ...filterBody(filters),
      format,
      columns: [...exported.filter((name) => columns.includes(name)), 'marks'],
    },
    parseAs: 'blob',
  });
  download(data as unknown as Blob, `案件清单${today()}.${format}`);
  return { rows: response.headers.get('X-Rows') ?? '', cutOff: response.headers.get('X-Cut-Off') === 'true' };
};
