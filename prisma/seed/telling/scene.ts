import { ageOn, type CivilDate } from '../../../domain/civil-date';
import { uuidOf } from '../../../store/uuid';
import { holderOf } from '../staff/roster';
import { addPhoto } from './photo';
import type { SeedDeps } from './deps';
import type { Scene, Story } from './story';

const ADULT = 18;

const born = (idNumber: string): CivilDate =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

/** Ids of the case's own persons, by the blind index: who was known before keeps their row. */
export const personsOf = async ({ store }: SeedDeps, { application }: Story): Promise<ReadonlyMap<string, string>> => {
  const wanted = new Map(
    application.members.map(({ ref, idNumber }) => [store.cipher.blindIndex(idNumber).toString('hex'), ref]),
  );
  const rows = await store.prisma.person.findMany({
    where: { idIndex: { in: [...wanted.keys()].map((hex) => new Uint8Array(Buffer.from(hex, 'hex'))) } },
    select: { id: true, idIndex: true },
  });
  return new Map(rows.map(({ id, idIndex }) => [wanted.get(Buffer.from(idIndex ?? []).toString('hex')) ?? '', id]));
};

/** What a step's input may ask for, on its day. */
export const sceneOf = (
  deps: SeedDeps,
  story: Story,
  caseId: string,
  persons: ReadonlyMap<string, string>,
  on: CivilDate,
  step: number,
): Scene => {
  const person = (ref: string): string => {
    const id = persons.get(ref);
    if (!id) throw new Error(`story ${story.key} has nobody called ${ref}`);
    return id;
  };
  return {
    on,
    person,
    adults: () =>
      story.application.members
        .filter(({ idNumber }) => ageOn(born(idNumber), on) >= ADULT)
        .map(({ ref }) => person(ref)),
    staff: (post) => holderOf(post, story.division).id,
    photo: () => addPhoto(deps, caseId, uuidOf(caseId, 'photo', step), deps.days.instant(on, step)),
    letter: async (kind) =>
      (
        await deps.store.prisma.letter.findFirstOrThrow({
          where: { caseId, kind },
          orderBy: { createdAt: 'desc' },
          select: { id: true },
        })
      ).id,
  };
};
