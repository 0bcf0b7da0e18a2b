import { sayMonth } from '../../../domain/civil-date';
import type { RunView } from './api';
import { texts } from './texts';

type Named = Pick<RunView, 'month' | 'programmeLabel' | 'kindLabel' | 'seq'>;

/** 2022年9月低保按月发放 */
export const nameOfRun = ({ month, programmeLabel, kindLabel, seq }: Named): string =>
  texts.name(sayMonth(month), programmeLabel, kindLabel, seq);
