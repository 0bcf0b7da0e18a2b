import { createContext, useContext, type ComponentType } from 'react';
import type { Problems } from './check';
import type { Json, JsonSchema } from './schema';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly schema: JsonSchema;
  readonly value: Json;
  readonly problem: string | undefined;
  /** What is wrong within the field, for a control that is a form of its own. */
  readonly within?: Problems;
  readonly change: (value: Json) => void;
}

/** The people, papers and places that a form of one case can point to. */
export interface FormWorld {
  readonly persons: readonly Choice[];
  readonly staff: readonly Choice[];
  readonly letters: readonly Choice[];
  /** Six digits of the county where a choice of place begins. */
  readonly county: string;
  /** Values that a choice may take now, e.g. the stages to which a case can be returned. */
  readonly narrowed: Readonly<Record<string, readonly string[]>>;
  /** The desk's own form of a household member. */
  readonly Member?: ComponentType<ControlProps>;
  upload?: (file: File) => Promise<{ readonly id: string; readonly name: string }>;
}

export const emptyWorld: FormWorld = { persons: [], staff: [], letters: [], county: '', narrowed: {} };

const World = createContext<FormWorld>(emptyWorld);
export const FormWorldProvider = World.Provider;
export const useFormWorld = (): FormWorld => useContext(World);
