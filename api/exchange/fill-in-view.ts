import { z } from 'zod';
import { kinds, systems } from '../../domain/exchange/kinds';
import type { FillInSection } from '../../store/exchange/fill-in';
import { ExchangeField, exampleField } from './field-view';
import { changeLabel } from './item-view';

const Receipted = z
  .object({ theirNumber: z.string().nullable(), answeredOn: z.string().nullable() })
  .nullable()
  .meta({ description: '上次回执;没有的为空' });

const Record = z.object({
  title: z.string(),
  change: z.string(),
  changeLabel: z.string(),
  fields: z.array(ExchangeField),
  problems: z.array(z.string()).meta({ description: '对方系统不会接受的,写明如何更正' }),
  receipted: Receipted,
});

export const FillInView = z
  .object({
    caseId: z.uuid(),
    hash: z.string().meta({ description: '所见内容的标记,登记回执时带上' }),
    upToDate: z.boolean().meta({ description: '全部内容与上次回执相同,不必再录' }),
    sections: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        systemLabel: z.string(),
        layoutVersion: z.string(),
        layoutAssumed: z.boolean(),
        records: z.array(Record),
      }),
    ),
  })
  .meta({ id: 'FillIn', description: '回填包:按对方系统字段顺序的值' });

export const fillInView = (
  caseId: string,
  hash: string,
  sections: readonly FillInSection[],
): z.input<typeof FillInView> => ({
  caseId,
  hash,
  upToDate: upToDate(sections),
  sections: sections.map(({ kind, layout, records }) => ({
    kind,
    label: kinds[kind].label,
    systemLabel: systems[layout.system].label,
    layoutVersion: layout.version,
    layoutAssumed: layout.assumed,
    records: records.map(({ title, change, fields, problems, receipted }) => ({
      title,
      change,
      changeLabel: changeLabel(change),
      fields: [...fields],
      problems: [...problems],
      receipted,
    })),
  })),
});

export const upToDate = (sections: readonly FillInSection[]): boolean =>
  sections.every(({ records }) => records.every(({ change }) => change === 'same'));

export const exampleFillIn: z.output<typeof FillInView> = {
  caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  hash: 'b1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab1ab',
  upToDate: false,
  sections: [
    {
      kind: 'decisions',
      label: '审核确认决定',
      systemLabel: '云南省城乡社会救助信息系统',
      layoutVersion: '1.0',
      layoutAssumed: true,
      records: [
        {
          title: '甲＊ 530581-2022-000123 2022-07-20',
          change: 'changed',
          changeLabel: '变更',
          fields: [exampleField],
          problems: [],
          receipted: { theirNumber: 'YN-2022-0001', answeredOn: '2022-07-21' },
        },
      ],
    },
  ],
};
