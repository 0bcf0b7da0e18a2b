import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { maskName } from '../../domain/mask';
import { yuanFromFen } from '../../domain/money';
import { grantForms, type GrantForm } from '../../domain/reserve-fund/grants';
import type { ReserveGrant } from '../../generated/prisma/client';

export const HouseholdGrantView = z
  .object({
    id: z.uuid(),
    givenOn: z.string(),
    recipient: z.string().meta({ description: '姓名(部分隐去)' }),
    formLabel: z.string(),
    goods: z.string().nullable(),
    amount: z.string().meta({ description: '元' }),
    reason: z.string(),
    townshipName: z.string(),
  })
  .meta({ id: 'HouseholdGrant', description: '乡镇备用金直接给本户的救助,已审批' });

export const householdGrantView = (row: ReserveGrant): z.input<typeof HouseholdGrantView> => ({
  id: row.id,
  givenOn: row.givenOn,
  recipient: maskName(row.personName),
  formLabel: grantForms[row.form as GrantForm],
  goods: row.goods,
  amount: yuanFromFen(row.fen),
  reason: row.reason,
  townshipName: nameOf(row.township),
});
