import { useEffect, useState } from 'react';
import type { Session } from '../../../shared/api/types';
import { canKeep } from './cipher';
import { openVisitDatabase, type VisitDatabase } from './database';
import { createOutbox, type Outbox } from './outbox';
import { transport } from './transport';
import { lastHolder, openVault, type Vault } from './vault';
import type { Pack } from '../sheet/pack';

/** What one person has on this phone. */
export interface Phone {
  readonly vault: Vault;
  readonly outbox: Outbox;
}

const SESSION = 'me';
const LOCK = 'doudi-visits-outbox';

const exclusively = async (work: () => Promise<void>): Promise<void> => {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(LOCK, work);
};

const openPhone = async (database: VisitDatabase, staffId: string): Promise<Phone> => {
  const vault = await openVault(database, staffId);
  await vault.expire(Date.now());
  const packPictures = async (id: string): Promise<readonly string[]> =>
    ((await vault.get('pack', id)) as Pack | undefined)?.photos.map((photo) => photo.id) ?? [];
  return { vault, outbox: createOutbox({ vault, transport, packPictures, exclusively }) };
};

/** Opened once for a page, whoever asks. */
const createPhones = () => {
  let database: Promise<VisitDatabase> | undefined;
  const known = new Map<string, Promise<Phone>>();
  const opened = (): Promise<VisitDatabase> => (database ??= openVisitDatabase());
  return {
    of: (staffId: string): Promise<Phone> => {
      const phone = known.get(staffId) ?? opened().then((one) => openPhone(one, staffId));
      known.set(staffId, phone);
      return phone;
    },
    lastHolder: async (): Promise<string | undefined> => lastHolder(await opened()),
    forget: (staffId: string): void => void known.delete(staffId),
  };
};
const phones = createPhones();

/** The phone's store of the person logged in; `undefined` until it is open, `null` where nothing can be kept. */
export const usePhone = (staffId: string): Phone | undefined | null => {
  const [phone, setPhone] = useState<Phone | null>();
  useEffect(() => {
    let here = true;
    if (!canKeep()) setPhone(null);
    else void phones.of(staffId).then((one) => here && setPhone(one));
    return () => {
      here = false;
    };
  }, [staffId]);
  return phone;
};

/** So that the phone can be opened again without network by the same person. */
export const keepSession = async ({ vault }: Phone, session: Session): Promise<void> =>
  vault.put({ kind: 'session', id: SESSION }, session);

/** Who used this phone last and has not logged out; for a start without network. */
export const keptSession = async (): Promise<Session | undefined> => {
  if (!canKeep()) return undefined;
  const staffId = await phones.lastHolder();
  if (staffId === undefined) return undefined;
  return (await (await phones.of(staffId)).vault.get('session', SESSION)) as Session | undefined;
};

/** How many finished visits the office has not got yet. */
export const unsent = async (staffId: string): Promise<number> => {
  if (!canKeep()) return 0;
  return (await (await phones.of(staffId)).vault.list('draft')).length;
};

/** At log-out: nothing of this person stays. */
export const wipePhone = async (staffId: string): Promise<void> => {
  if (!canKeep()) return;
  const { vault, outbox } = await phones.of(staffId);
  outbox.stop();
  await vault.wipe();
  phones.forget(staffId);
};
