import { Application } from '../../../api/cases/application/schema';
import { submitCase } from '../../../store/cases/submit';
import { holderOf } from '../staff/roster';
import { PATIENCE, type SeedDeps } from './deps';
import type { Story } from './story';

const filed = ({ application, division, area }: Story): Application => {
  const { address, phone, members, incomes, expenses, support, assets, relatives, beneficiary } = application;
  return Application.parse({
    programme: 'dibao',
    division,
    area,
    route: 'hukou',
    address,
    phone,
    applyingThrough: 'self',
    promise: true,
    members,
    applicant: 'm1',
    ...(incomes && { incomes }),
    ...(expenses && { expenses }),
    ...(support && { support }),
    ...(assets && { assets }),
    ...(relatives && {
      relatives: relatives.map(({ member, post, relation, title }) => {
        const { login, name } = holderOf(post, division);
        return { member, staffLogin: login, relativeName: name, post: title, relation };
      }),
    }),
    ...(beneficiary ? { beneficiaryScope: 'singlePerson', beneficiary } : { beneficiaryScope: 'wholeHousehold' }),
  });
};

/** Files the application as of its day, on the clock that the seed moves; a case that is there stays. */
export const submitStory = async ({ store, days }: SeedDeps, caseId: string, story: Story): Promise<void> => {
  if (await store.prisma.case.findUnique({ where: { id: caseId }, select: { id: true } })) return;
  await store.prisma.$transaction(
    (tx) =>
      submitCase(tx, store.cipher, {
        caseId,
        application: filed(story),
        submittedAt: new Date(days.instant(story.submittedOn, 0)),
        submittedBy: holderOf('clerk', story.division).id,
        origin: 'seed',
        clock: 'manual',
      }),
    PATIENCE,
  );
};
