import { newId, uuidOf } from '../../uuid';
import type { Enrolled, Filing } from './types';

const sealedContact = ({ cipher, application }: Filing, id: string) => ({
  addressEnc: cipher.sealJson('household', 'address_enc', id, application.address),
  ...(application.phone && { phoneEnc: cipher.sealJson('household', 'phone_enc', id, application.phone) }),
});

/** The household that the applicant belongs to now, as far as this office can see it. */
const presentHousehold = async (
  { tx, application }: Filing,
  enrolled: readonly Enrolled[],
): Promise<string | undefined> => {
  const applicant = enrolled.find(({ member }) => member.ref === application.applicant);
  const membership = await tx.membership.findFirst({
    where: { personId: applicant?.personId ?? '', validTo: null },
    orderBy: { validFrom: 'desc' },
    select: { household: { select: { id: true } } },
  });
  return membership?.household.id;
};

const keepHousehold = async (filing: Filing, known: string | undefined): Promise<string> => {
  const { tx, application, division, caseId } = filing;
  if (known) {
    // A household that another office keeps stays theirs: the people begin a new one here.
    const data = { division, area: application.area, ...sealedContact(filing, known) };
    const { count } = await tx.household.updateMany({ where: { id: known }, data });
    if (count === 1) return known;
  }
  const id = uuidOf(caseId, 'household');
  await tx.household.create({ data: { id, division, area: application.area, ...sealedContact(filing, id) } });
  return id;
};

/** Household and dated memberships as the application declares them; who is no longer named has left that day. */
export const enrolHousehold = async (filing: Filing, enrolled: readonly Enrolled[]): Promise<string> => {
  const { tx, on } = filing;
  const householdId = await keepHousehold(filing, await presentHousehold(filing, enrolled));
  const present = await tx.membership.findMany({ where: { householdId, validTo: null } });
  const gone = present.filter(({ personId }) => !enrolled.some((one) => one.personId === personId));
  if (gone.length > 0)
    await tx.membership.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { validTo: on } });
  const joining = enrolled.filter(({ personId }) => !present.some((membership) => membership.personId === personId));
  await tx.membership.createMany({
    data: joining.map(({ member, personId }) => ({
      id: newId(),
      householdId,
      personId,
      relation: member.relation,
      validFrom: on,
    })),
  });
  return householdId;
};
