import { z } from 'zod';
import type { Block, Paper } from '../../domain/letters/typeset/blocks';
import { AppError } from '../../domain/errors';

/** A paper as the desk shows it before it is printed: the same words in the same order as in the PDF. */
export const PaperView = z
  .object({
    title: z.string(),
    blocks: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string() }),
        z.object({ kind: z.literal('title'), text: z.string() }),
        z.object({ kind: z.literal('letterhead'), office: z.string() }),
        z.object({ kind: z.literal('signature'), office: z.string(), date: z.string() }),
        z.object({
          kind: z.literal('table'),
          columns: z.array(z.object({ title: z.string(), right: z.boolean() })),
          rows: z.array(z.array(z.string())),
        }),
      ]),
    ),
  })
  .meta({ id: 'Paper', description: '与打印件内容相同的页面' });

type Shown = z.input<typeof PaperView>['blocks'][number];

const shown = (block: Block): Shown[] => {
  switch (block.kind) {
    case 'text':
    case 'title':
      return [{ kind: block.kind, text: block.text }];
    case 'letterhead':
      return [{ kind: 'letterhead', office: block.office }];
    case 'signature':
      return [{ kind: 'signature', office: block.office, date: block.date }];
    case 'table':
      return [
        {
          kind: 'table',
          columns: block.columns.map(({ title = '', align }) => ({ title, right: align === 'right' })),
          rows: block.rows.map((row) => [...row]),
        },
      ];
    default:
      return [];
  }
};

export const paperView = ({ title, blocks }: Paper): z.input<typeof PaperView> => ({
  title,
  blocks: blocks.flatMap(shown),
});

/** Several papers as one file, each from a new page; the first one gives its name. @throws AppError nothingToPrint */
export const bound = (papers: readonly Paper[], nothing: string): Paper => {
  const [first, ...others] = papers;
  if (!first) throw new AppError('nothingToPrint', nothing);
  return {
    ...first,
    blocks: [...first.blocks, ...others.flatMap(({ blocks }): Block[] => [{ kind: 'pageBreak' }, ...blocks])],
  };
};

export const examplePaper: z.input<typeof PaperView> = {
  title: '最低生活保障拟确认对象公示',
  blocks: [{ kind: 'title', text: '最低生活保障拟确认对象公示' }],
};
