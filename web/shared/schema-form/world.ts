import { createContext, useContext } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The people, papers and places that a form of one case can point to. */
export interface FormWorld {
  readonly persons: readonly Choice[];
  readonly staff: readonly Choice[];
  readonly letters: readonly Choice[];
  readonly divisions: readonly Choice[];
  /** Values that a choice may take now, e.g. the stages to which a case can be returned. */
  readonly narrowed: Readonly<Record<string, readonly string[]>>;
  upload?: (file: File) => Promise<{ readonly id: string; readonly name: string }>;
}

export const emptyWorld: FormWorld = { persons: [], staff: [], letters: [], divisions: [], narrowed: {} };

const World = createContext<FormWorld>(emptyWorld);
export const FormWorldProvider = World.Provider;
export const useFormWorld = (): FormWorld => useContext(World);
