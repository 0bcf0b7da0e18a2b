import type { BadLine } from '../../domain/exchange/cells';
import { differencesOf, type Compared, type Difference } from '../../domain/exchange/differences';
import type { SnapshotKind, TheirRow } from '../../domain/exchange/snapshot';
import { categoryLabel, inForceWithin, standardsOf } from '../../domain/exchange/standards';
import { monthOf } from '../../domain/civil-date';
import { maskName } from '../../domain/mask';
import { fenFromYuan, yuanFromFen } from '../../domain/money';
import { canonicalJson } from '../crypto';
import { uuidOf } from '../uuid';
import { recordsOf, type Source } from './records';

/** A person or standard of ours, by what the other list would name it. */
interface OurRow {
  readonly subject: string;
  readonly key: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly township: string | null;
  readonly name: string;
  readonly caseNumber: string;
  readonly compared: Compared;
}

/** What a difference holds; opened for lists, where names and numbers are masked. */
export interface DifferenceContent {
  readonly name: string;
  readonly idNumber: string;
  readonly caseNumber: string;
  readonly ours: Compared | null;
  readonly theirs: Compared | null;
}

export interface FoundDifference {
  readonly id: string;
  readonly key: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly township: string | null;
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly contentHash: string;
  readonly contentEnc: Buffer;
}

interface Asked {
  readonly county: string;
  readonly on: string;
}

/** Who is in benefit in the month of the day. */
const roster = async (source: Source, { county, on }: Asked): Promise<readonly OurRow[]> => {
  const rows = await recordsOf(source, 'lowIncomeList', { county, from: on, to: on, month: monthOf(on) });
  return rows
    .filter(({ record }) => record['beneficiary'] === 'yes')
    .map(({ key, caseId, personId, record }) => ({
      subject: record['idNumber'] ?? '',
      key,
      caseId,
      personId,
      township: (record['division'] ?? '').slice(0, 9),
      name: record['name'] ?? '',
      caseNumber: record['caseNumber'] ?? '',
      compared: {
        programme: record['programme'] ?? '',
        class: record['class'] ?? '',
        amount: record['share'] ?? '',
        dates: record['fromMonth'] ?? '',
      },
    }));
};

const standards = ({ parameters }: Source, { county, on }: Asked): Promise<readonly OurRow[]> =>
  Promise.resolve(
    inForceWithin(standardsOf(parameters, county), { from: on, to: on }).map(
      ({ standard, category, title, from, record }) => ({
        subject: `${standard}/${category}`,
        key: `${standard}/${category}`,
        caseId: null,
        personId: null,
        township: null,
        name: category ? `${title}(${categoryLabel(category)})` : title,
        caseNumber: '',
        compared: { amount: yuanFromFen(fenFromYuan(record['value'] ?? '0')), dates: from },
      }),
    ),
  );

const ours: Readonly<Record<SnapshotKind, (source: Source, asked: Asked) => Promise<readonly OurRow[]>>> = {
  roster,
  standards,
};

/** Pairs by ID number; of several cases of one person the one that their list names, the others stand alone. */
const pairs = (mine: readonly OurRow[], theirs: readonly TheirRow[]) => {
  const bySubject = new Map<string, OurRow[]>();
  for (const row of mine) {
    const known = bySubject.get(row.subject);
    if (known) known.push(row);
    else bySubject.set(row.subject, [row]);
  }
  const found = theirs.map((their) => {
    const rows = bySubject.get(their.subject) ?? [];
    const at = Math.max(
      0,
      rows.findIndex(({ caseNumber }) => caseNumber === their.caseNumber),
    );
    const [our] = rows.splice(at, 1);
    return { our, their };
  });
  const alone = [...bySubject.values()].flat().map((our) => ({ our, their: undefined }));
  return [...found, ...alone];
};

const foundOf = (
  { cipher }: Source,
  kind: SnapshotKind,
  snapshotId: string,
  our: OurRow | undefined,
  their: TheirRow | undefined,
): FoundDifference | undefined => {
  const differences = differencesOf(our?.compared, their?.compared);
  if (differences.length === 0) return undefined;
  const person = kind === 'roster';
  const subject = our?.subject ?? their?.subject ?? '';
  const content: DifferenceContent = {
    name: our?.name ?? their?.name ?? '',
    idNumber: person ? subject : '',
    caseNumber: our?.caseNumber ?? their?.caseNumber ?? '',
    ours: our?.compared ?? null,
    theirs: their?.compared ?? null,
  };
  const key = our?.key ?? (person ? `there/${cipher.tag('exchange', subject).toString('hex')}` : subject);
  const id = uuidOf('exchangeDifference', snapshotId, key);
  return {
    id,
    key,
    caseId: our?.caseId ?? null,
    personId: our?.personId ?? null,
    township: our?.township ?? null,
    title: [person ? maskName(content.name) : content.name, content.caseNumber].filter(Boolean).join(' '),
    differences,
    contentHash: cipher.tag('exchange', canonicalJson(content)).toString('hex'),
    contentEnc: cipher.sealJson('exchange_difference', 'content_enc', id, content),
  };
};

export interface Comparison {
  readonly found: readonly FoundDifference[];
  /** The same on both sides. */
  readonly matched: number;
  readonly malformed: readonly BadLine[];
}

/** What a list of theirs says otherwise than we have it on that day, person by person or standard by standard. */
export const compareSnapshot = async (
  source: Source,
  kind: SnapshotKind,
  snapshotId: string,
  asked: Asked,
  lines: readonly (TheirRow | BadLine)[],
): Promise<Comparison> => {
  const theirs = lines.filter((line): line is TheirRow => !('problem' in line));
  const malformed = lines.filter((line): line is BadLine => 'problem' in line);
  const both = pairs(await ours[kind](source, asked), theirs);
  const found = both.flatMap(({ our, their }) => foundOf(source, kind, snapshotId, our, their) ?? []);
  return { found, matched: both.length - found.length, malformed };
};
