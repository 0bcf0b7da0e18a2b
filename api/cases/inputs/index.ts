import type { z } from 'zod';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import { matterInputs } from './matters';
import { remedyInputs } from './remedies';
import { stageInputs } from './stage';

/** The schema of every input kind; a kind without one does not compile. */
export const actionInputs = { ...stageInputs, ...matterInputs, ...remedyInputs } as const satisfies Record<
  InputKind,
  z.ZodType
>;

/** What an effect receives for its kind. */
export type InputOf<Kind extends InputKind> = z.output<(typeof actionInputs)[Kind]>;
