import { dibao } from '../lifecycle/dibao';
import { requirements, type FileContents, type Requirement } from './requirements';

export interface MissingItem {
  readonly id: string;
  readonly label: string;
  /** Who or what it is missing of, where there are several. */
  readonly of: readonly string[];
  readonly todo: string;
}

export interface MissingOfStage {
  readonly stage: string;
  readonly stageLabel: string;
  readonly items: readonly MissingItem[];
}

const labelOf = (stage: string): string => (stage === 'delivery' ? '文书送达' : (labels[stage] ?? stage));
const labels: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(dibao).map(([stage, { label }]) => [stage, label]),
);

/** Those of the requirements that the file does not meet. */
export const itemsMissing = (asked: readonly Requirement[], file: FileContents): MissingItem[] =>
  asked
    .filter(({ applies }) => applies?.(file) ?? true)
    .flatMap(({ id, label, todo, missing }) => {
      const found = missing(file);
      const of = typeof found === 'boolean' ? [] : found;
      return found === true || of.length > 0 ? [{ id, label, of, todo }] : [];
    });

const itemsOf = (stage: string, file: FileContents): MissingItem[] =>
  itemsMissing(
    requirements.filter((one) => one.stage === stage),
    file,
  );

/** What is still missing, stage by stage as far as the case has come; stages that are complete are left out. */
export const missingOf = (file: FileContents): readonly MissingOfStage[] => {
  const reached = (stage: string): boolean => stage === 'delivery' || file.stages.has(stage);
  return [...new Set(requirements.map(({ stage }) => stage))]
    .filter(reached)
    .map((stage) => ({ stage, stageLabel: labelOf(stage), items: itemsOf(stage, file) }))
    .filter(({ items }) => items.length > 0);
};
