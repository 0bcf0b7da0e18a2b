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
const DIGITS = '0123456789';

interface Household {
  readonly caseId: string;
  readonly division: string;
  readonly personId: string;
  readonly name: string;
}

/** A card that no bank has issued, with a right check digit; a household always gets the same. */
const inventedCard = (caseId: string): string => {
  const drawn = createHash('sha256').update(caseId).digest().readUIntBE(0, 6) % 1_000_000_000_000;
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

/** A card for every household in benefit; one of them is entered and waits for its checker. */
export const enterCards = async (deps: SeedDeps): Promise<number> => {
  const { store, days } = deps;
  const households = await householdsInBenefit(deps);
  for (const { caseId, division, personId, name } of households) {
    const id = uuidOf(caseId, 'card');
    const number = inventedCard(caseId);
    const place = { table: 'card_account', column: 'number_enc', row: id };
    const waits = caseId === UNCHECKED;
    const entered = new Date(days.instant(waits ? days.back(1) : days.ago(120), 0));
    await store.prisma.cardAccount.create({
      data: {
        id,
        caseId,
        holderPersonId: personId,
        holderName: name,
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
  }
  return households.length;
};
