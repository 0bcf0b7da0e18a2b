import type { PageRow } from './page-row';
import { administration } from './pages/administration';
import { casework } from './pages/casework';
import { money } from './pages/money';
import { publicPages } from './pages/public';
import type { Opened } from './pages/world';
import type { RunningSystem } from '../../support/running-system';

/** Stories of the demo that the pages show. */
export const told = ['fresh', 'publicised', 'toPost', 'leaving', 'relative', 'recheckSoon'] as const;

/** Every page of the desk and of the public, with what brings it into each of its states; a new page gets its row in pages/. */
export const pageTable = (system: Pick<RunningSystem, 'caseOf'>, opened: Opened): readonly PageRow[] =>
  [casework, money, administration, publicPages].flatMap((pages) => pages(system, opened));
