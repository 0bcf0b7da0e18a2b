import { sayDate } from '../civil-date';
import { letterKinds, type LetterHead, type LetterKind, type LetterText } from './letter';

/** Puts the frame of an official letter round its paragraphs. */
export const writeLetter = (kind: LetterKind, head: LetterHead, ...paragraphs: readonly string[]): LetterText => ({
  kind,
  title: `${head.programme}${letterKinds[kind]}`,
  body: [
    `编号:${head.number}`,
    `${head.applicantName}:`,
    ...paragraphs.filter((paragraph) => paragraph !== ''),
    head.office,
    sayDate(head.on),
  ].join('\n'),
});
