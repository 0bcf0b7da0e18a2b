import { missingAtCounter } from '../../../../domain/dossier/at-counter';
import { adultsOf, type Content } from '../content';
import type { Paper } from './api';

const ways = ['self', 'village', 'delegate'] as const;

export interface MissingPaper {
  readonly id: string;
  readonly sentence: string;
}

/** The papers that the household still owes, in one list: the one-time notice of the counter. */
export const missingPapers = (content: Content, papers: readonly Paper[], on: string): readonly MissingPaper[] => {
  const signed = papers.filter(({ kind }) => kind === 'authorisation').map(({ member }) => member);
  return missingAtCounter({
    documents: new Set(papers.map(({ kind }) => kind)),
    unauthorised: adultsOf(content, on)
      .filter(({ ref }) => !signed.includes(ref))
      .map(({ name }) => name),
    applyingThrough: ways.find((way) => way === content.applyingThrough) ?? 'self',
  }).map(({ id, label, of, todo }) => ({
    id,
    sentence: `${label}${of.length > 0 ? `(${of.join('、')})` : ''}:${todo}`,
  }));
};
