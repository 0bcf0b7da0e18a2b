import { createHash } from 'node:crypto';
import { checkDigitHolds } from '../../../domain/payments/accounts';
import { uuidOf } from '../../../store/uuid';
import { holderOf } from '../staff/roster';
import type { SeedDeps } from '../telling/deps';
import { greyPng } from '../telling/png';
import { caseIdOf } from '../telling/tell';
import { PAYING_COUNTY } from './county';

/** Whose card the clerk has entered and nobody has checked yet: this household waits for its money. */
const UNCHECKED = caseIdOf({ key: 'classC' });
const [CARD, NEW_CARD] = ['card', 'newCard'] as const;
const DIGITS = '0123456789';

interface Household {
  readonly caseId: string;
  readonly division: string;
  readonly personId: string;
  readonly name: string;
}

/** A card that no bank has issued, with a right check digit; the same words always give the same. */
const inventedCard = (words: string): string => {
  const drawn = createHash('sha256').update(words).digest().readUIntBE(0, 6) % 1_000_000_000_000;
  const start = `623199${String(drawn).padStart(12, '0')}`;
  return start + [...DIGITS].find((digit) => checkDigitHolds(start + digit));
};

const householdsInBenefit = async ({ store }: SeedDeps): Promise<readonly Household[]> => {
  const { rows } = await store.pool.query<Household>(
    `select distinct c.id as "caseId", c.division, k.person_id as "personId", p.name
     from "case" c join entitlement e on e.case_id = c.id and e.superseded_by is null
     join lateral (select person_id from entitlement_component where entitlement_id = e.id
       order by person_id = c.applicant_id desc, person_id limit 1) k on true
     join person p on p.id = k.person_id
     where starts_with(c.division, $1) and p.died_on is null and not exists (select from card_account a where a.case_id = c.id)
     order by 1, 3`,
    [PAYING_COUNTY],
  );
  return [...new Map(rows.map((row) => [row.caseId, row])).values()];
};

/** The picture of a card in the household's papers; asked for again, the same one. */
const cardPicture = async ({ store, files, days }: SeedDeps, caseId: string): Promise<string> => {
  const id = uuidOf(caseId, 'cardPicture');
  if (await store.prisma.document.findUnique({ where: { id }, select: { id: true } })) return id;
  const { storageKey, mime, size, sha256 } = await files.put(greyPng());
  const uploadedAt = new Date(days.instant(days.back(1), 0));
  await store.prisma.document.create({
    data: { id, caseId, kind: 'other', name: '银行卡.png', mime, size, sha256, storageKey, uploadedAt },
  });
  return id;
};

interface Card {
  readonly name: typeof CARD | typeof NEW_CARD;
  readonly entered: Date;
  /** Nobody has checked it yet. */
  readonly waits: boolean;
}

/** Entered by the clerk, with a picture where a second person still has to look. */
const enterCard = async (deps: SeedDeps, household: Household, { name, entered, waits }: Card): Promise<void> => {
  const { store } = deps;
  const { caseId, division, personId } = household;
  const id = uuidOf(caseId, name);
  const number = inventedCard(name === CARD ? caseId : caseId + name);
  const place = { table: 'card_account', column: 'number_enc', row: id };
  await store.prisma.cardAccount.create({
    data: {
      id,
      caseId,
      holderPersonId: personId,
      holderName: household.name,
      bank: number.endsWith('3') ? 'postal' : 'ruralCredit',
      numberEnc: new Uint8Array(store.cipher.seal(place, Buffer.from(number, 'utf8'))),
      numberIndex: new Uint8Array(store.cipher.tag('cardNumber', number)),
      numberTail: number.slice(-4),
      numberValid: true,
      evidenceId: waits ? await cardPicture(deps, caseId) : null,
      makerId: holderOf('clerk', division).id,
      createdAt: entered,
      ...(waits
        ? { state: 'proposed' }
        : { state: 'approved', checkerId: holderOf('approver', division).id, checkedAt: entered }),
    },
  });
};

/** A card for every household in benefit; one of them is entered and waits for its checker. */
export const enterCards = async (deps: SeedDeps): Promise<number> => {
  const { days } = deps;
  const households = await householdsInBenefit(deps);
  for (const household of households) {
    const waits = household.caseId === UNCHECKED;
    const entered = new Date(days.instant(waits ? days.back(1) : days.ago(120), 0));
    await enterCard(deps, household, { name: CARD, entered, waits });
  }
  return households.length;
};

/** A new card in the place of one that the bank could not pay to, checked or still waiting; entered once. */
export const correctCard = async (deps: SeedDeps, caseId: string, waits: boolean): Promise<void> => {
  const { prisma } = deps.store;
  const [card, newCard] = [uuidOf(caseId, CARD), uuidOf(caseId, NEW_CARD)];
  if (await prisma.cardAccount.findUnique({ where: { id: newCard }, select: { id: true } })) return;
  const { division } = await prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { division: true } });
  const { holderPersonId, holderName } = await prisma.cardAccount.findUniqueOrThrow({ where: { id: card } });
  if (!waits) await prisma.cardAccount.updateMany({ where: { id: card }, data: { state: 'ended' } });
  const household = { caseId, division, personId: holderPersonId ?? '', name: holderName };
  const entered = new Date(deps.days.instant(deps.days.back(waits ? 1 : 3), 0));
  await enterCard(deps, household, { name: NEW_CARD, entered, waits });
};
