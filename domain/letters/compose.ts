import type { LetterKind } from './letter';
import { line, paragraph, type Block, type Paper } from './typeset/blocks';
import { fullWidth } from './typeset/full-width';

/** A stored letter with what the paper needs to know of its case. */
export interface StoredLetter {
  readonly kind: string;
  readonly title: string;
  /** As writeLetter wrote it: number, addressee, paragraphs, office, date. */
  readonly body: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly authority: 'county' | 'township';
  /** 腾越街道办事处, 清水乡人民政府 */
  readonly townshipOffice: string;
}

/** Decided by the office in whose name the power is held; all others are the township's own. */
const decisions: ReadonlySet<string> = new Set<LetterKind>([
  'confirmation',
  'refusal',
  'nonAcceptance',
  'termination',
  'increase',
  'decrease',
  'unchanged',
  'stop',
  'gradualExit',
  'suspension',
  'resumption',
]);

/** Whose seal belongs here: of an entrusted decision the county's, which the township puts on it. */
const sealOf = ({ kind, authority, townshipOffice }: StoredLetter, office: string): string =>
  decisions.has(kind) && authority === 'township' && office !== townshipOffice
    ? `加盖${office}印章\n(受委托机关${townshipOffice}用印)`
    : `加盖${office}印章`;

/** The letter as a paper in official form. */
export const composeLetter = (letter: StoredLetter): Paper => {
  const lines = letter.body.split('\n').map(fullWidth);
  const [number = '', addressee = ''] = lines;
  const [office = '', date = ''] = lines.slice(-2);
  const paragraphs = lines.slice(2, -2);
  const blocks: Block[] = [
    { kind: 'letterhead', office, number },
    { kind: 'title', text: fullWidth(letter.title) },
    { kind: 'space', lines: 1 },
    line(addressee),
    ...paragraphs.map(paragraph),
    { kind: 'signature', office, date, seal: fullWidth(sealOf(letter, office)) },
  ];
  return { title: letter.title, subject: number, author: office, createdAt: letter.createdAt, blocks };
};
