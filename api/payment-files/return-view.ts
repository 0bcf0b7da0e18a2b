import { z } from 'zod';

export const PaymentReturnView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    receivedAt: z.iso.datetime(),
    receivedBy: z.string().nullable(),
    total: z.int(),
    applied: z.int().meta({ description: '已入账' }),
    repeated: z.int().meta({ description: '与已有结果相同或更早' }),
    unknown: z.int().meta({ description: '本批没有这一笔' }),
    differs: z.int().meta({ description: '金额与清单不符,未入账' }),
    late: z.int().meta({ description: '与已有结果相反,已列为待核查' }),
    problem: z.string().nullable().meta({ description: '文件合计与各行不符等' }),
  })
  .meta({ id: 'PaymentReturn' });

export interface ReturnRow {
  readonly id: string;
  readonly name: string;
  readonly receivedAt: Date;
  readonly receivedBy: string | null;
  readonly total: number;
  readonly applied: number;
  readonly repeated: number;
  readonly unknown: number;
  readonly differs: number;
  readonly late: number;
  readonly problem: string | null;
}

export const RETURN_COLUMNS = `r.id, r.name, r.received_at as "receivedAt", s.name as "receivedBy", r.total, r.applied, r.repeated,
  r.unknown, r.differs, r.late, r.problem`;
export const RETURNS = `select ${RETURN_COLUMNS} from payment_return r left join staff s on s.id = r.received_by`;

export const returnView = ({ receivedAt, ...row }: ReturnRow): z.input<typeof PaymentReturnView> => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
});

export const exampleReturn: z.input<typeof PaymentReturnView> = {
  id: '4f2e9f53-2a34-4c5d-8a4b-2f9f8d2f3c10',
  name: '回盘20220908.xlsx',
  receivedAt: '2022-09-08T08:00:00.000Z',
  receivedBy: '丁示例',
  total: 2,
  applied: 2,
  repeated: 0,
  unknown: 0,
  differs: 0,
  late: 0,
  problem: null,
};
