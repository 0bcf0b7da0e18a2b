import type { Sheet } from '../../domain/exchange/cells';
import { findDivision } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { Fen } from '../../domain/money';
import { directColumnNames, directColumns, optionalColumns, readDirectRow } from '../../domain/reserve-fund/direct-row';
import type { FieldCipher } from '../../store/crypto';
import { enterDirect } from '../../store/reserve-fund/direct-grants';
import type { Tx } from '../deps';

const MOST_LINES = 2000;

interface File {
  readonly importId: string;
  readonly county: string;
  readonly month: CivilMonth;
  readonly today: CivilDate;
  readonly cashLimit: Fen;
  readonly staffId: string;
  readonly at: Date;
}

interface Found {
  readonly line: number;
  readonly field: string;
  readonly level: 'error' | 'repeated';
  readonly message: string;
}

/** Where each column stands in the file. @throws AppError refused, naming what the header lacks */
const placesIn = (head: readonly string[]): ReadonlyMap<string, number> => {
  const titles = head.map((title) => title.normalize('NFKC').trim());
  const lacking = directColumnNames
    .filter((column) => !optionalColumns.includes(column) && !titles.includes(directColumns[column]))
    .map((column) => directColumns[column]);
  if (lacking.length > 0) throw new AppError('refused', `表头缺少列:${lacking.join('、')};请按模板填写`);
  return new Map(titles.map((title, index) => [title, index]));
};

const knownTownship = (code: string): boolean =>
  code.length === levelDigits.township && findDivision(code) !== undefined;

/** Reads and enters a file line by line: what is good is booked, what is not is told with line and column. */
export const takeDirectFile = async (tx: Tx, cipher: FieldCipher, { head, lines }: Sheet, file: File) => {
  if (lines.length > MOST_LINES) throw new AppError('refused', `一个文件至多${MOST_LINES}行;请分成几个文件`);
  const places = placesIn(head);
  const found: Found[] = [];
  const persons = new Set<string>();
  const counts = { total: lines.length, kept: 0, repeated: 0, failed: 0 };
  for (const { line, cells } of lines) {
    const cell = (title: string): string => (cells[places.get(title) ?? -1] ?? '').trim();
    const read = readDirectRow((column) => cell(directColumns[column]), { ...file, knownTownship });
    if ('faults' in read) {
      counts.failed += 1;
      found.push(...read.faults.map((fault) => ({ ...fault, line, level: 'error' as const })));
      continue;
    }
    const { level, fault, personId } = await enterDirect(tx, cipher, file, read.row);
    counts[level === 'error' ? 'failed' : level] += 1;
    if (personId) persons.add(personId);
    if (fault && level !== 'kept') found.push({ ...fault, line, level });
  }
  return { ...counts, found, persons };
};
