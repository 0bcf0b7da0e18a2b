import { useCallback, useEffect, useState } from 'react';
import type { Phone } from './offline/phone';
import { visitId, type Draft } from './sheet/model';
import type { Pack } from './sheet/pack';

/** What the phone holds of each visit. */
export interface Kept {
  readonly id: string;
  readonly caseId: string;
  readonly owner: string;
  readonly applicantName: string;
  readonly pack?: Pack;
  readonly draft?: Draft;
}

const readKept = async ({ vault }: Phone): Promise<readonly Kept[]> => {
  const packs = (await vault.list('pack')).map(({ value }) => value as Pack);
  const drafts = (await vault.list('draft')).map(({ value }) => value as Draft);
  const found = new Map<string, Kept>();
  const add = (one: Pack | Draft, more: Partial<Kept>): void => {
    const id = visitId(one);
    const { caseId, owner, applicantName } = one;
    found.set(id, { id, caseId, owner, applicantName, ...found.get(id), ...more });
  };
  for (const pack of packs) add(pack, { pack });
  for (const draft of drafts) add(draft, { draft });
  return [...found.values()];
};

/** The visits on this phone; read again whenever something was sent. */
export const useKept = (
  phone: Phone | undefined | null,
): { readonly kept: readonly Kept[]; again(): Promise<void> } => {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const again = useCallback(async () => {
    if (phone) setKept(await readKept(phone));
  }, [phone]);
  useEffect(() => {
    void again();
    return phone?.outbox.subscribe(() => void again());
  }, [phone, again]);
  return { kept, again };
};
