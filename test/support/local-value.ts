import type { Prisma } from '../../generated/prisma/client';
import type { Store } from '../../store/client';
import { newId } from '../../store/uuid';
import { staffId } from './case-world';

interface LocalValue {
  readonly parameter: string;
  readonly division: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly value: Prisma.InputJsonValue;
}

/** A value that an office entered and another person approved. */
export const addLocalValue = async ({ prisma }: Pick<Store, 'prisma'>, entry: LocalValue): Promise<void> => {
  const at = new Date();
  await prisma.parameterEntry.create({
    data: {
      id: newId(),
      ...entry,
      reference: '仅供测试',
      state: 'approved',
      makerId: staffId('administrator', 1),
      checkerId: staffId('administrator', 2),
      createdAt: at,
      checkedAt: at,
    },
  });
};
