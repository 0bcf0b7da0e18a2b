import type { z } from 'zod';
import type { FactKind } from '../../../store/cases/facts';
import { previewInput } from '../../assessments/previewSchema';

const items = previewInput.shape;

/** The content of a fact by its kind: one item of the assessment's input, `member` named by the request's `personId`. */
export const factContents: Readonly<Record<FactKind, z.ZodType>> = {
  member: items.members.element.omit({
    id: true,
    name: true,
    idNumber: true,
    birthDate: true,
    age: true,
    sex: true,
    disabilityCertificate: true,
  }),
  income: items.incomes.unwrap().element.omit({ member: true }),
  expense: items.expenses.unwrap().element.omit({ member: true }),
  support: items.support.unwrap().element,
  asset: items.assets.unwrap().element.omit({ member: true }),
};

/** Kinds that are about one person and nobody else. */
export const personal: ReadonlySet<FactKind> = new Set(['member', 'income', 'expense']);
