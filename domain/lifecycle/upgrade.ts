import type { CaseState } from './state';

/** Brings a state carried by an older run to the present schema; a fixture per version keeps this honest. */
export const upgradeState = (carried: CaseState): CaseState => {
  const version: number = carried.schemaVersion;
  if (version !== 1) throw new Error(`case state schema ${version} is newer than this worker`);
  return carried;
};
