import type { Context } from '../../context';
import type { Conditions } from '../../paging';
import type { Filters } from '../list/filters';
import { readCaseList } from '../list/read';
import type { CaseListItem } from '../views/summary';

const AT_ONCE = 500;

/** The list row by row, read in pages as the reader of the file takes them. */
export async function* listedCases(
  context: Context,
  filters: Filters,
  most: number,
  more: (conditions: Conditions) => void,
): AsyncGenerator<CaseListItem> {
  let cursor: string | undefined;
  for (let left = most; left > 0;) {
    const page = await readCaseList(
      context,
      { ...filters, limit: Math.min(AT_ONCE, left), ...(cursor !== undefined && { cursor }) },
      more,
    );
    yield* page.items;
    left -= page.items.length;
    if (page.next === null) return;
    cursor = page.next;
  }
}
