import { deadlineKinds } from '../domain/deadlines/kinds';
import { matters } from '../domain/lifecycle/matters';
import { programmes } from '../domain/lifecycle/programmes';
import { roles } from '../domain/lifecycle/roles';
import { targetsOf, type Table } from '../domain/lifecycle/table';
import type { DeadlineKind } from '../domain/deadlines/kinds';

const diagram = (table: Table): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...Object.entries(table).map(([stage, { label }]) => `  ${stage}: ${label}`),
  ...Object.entries(table).flatMap(([stage, { actions }]) =>
    Object.values(actions).flatMap((row) =>
      targetsOf(row, stage)
        .filter((to) => to !== stage)
        .map((to) => `  ${stage} --> ${to}: ${row.says}`),
    ),
  ),
  '```',
];

const limitsOf = (limits: Table[string]['limits']): string =>
  Object.entries(limits)
    .map(
      ([kind, limit]) =>
        `${deadlineKinds[kind as DeadlineKind].label}${limit.whenDue ? `(到期自动:${limit.whenDue})` : ''}`,
    )
    .join('、') || '—';

const rows = (table: Table): string[] => [
  '| 环节 | 经办 | 期限 | 操作 |',
  '|---|---|---|---|',
  ...Object.entries(table).map(([stage, row]) => {
    const actions = Object.entries(row.actions).map(
      ([action, { says, by }]) => `${says} \`${action}\`(${by.map((role) => roles[role].label).join('、')})`,
    );
    return `| ${row.label} \`${stage}\` | ${row.heldBy ? roles[row.heldBy].label : '—'} | ${limitsOf(row.limits)} | ${actions.join('<br>') || '—'} |`;
  }),
];

/** The lifecycle as a page, from the tables that the engine, the API and the desk read. */
export const lifecyclePage = (): string =>
  [
    '# 案件的环节与事项',
    '',
    '由 `domain/lifecycle` 的表生成(`npm run docs`),请勿手改。',
    ...Object.values(programmes).flatMap(({ label, table }) => [
      '',
      `## ${label}`,
      '',
      ...diagram(table),
      '',
      ...rows(table),
    ]),
    ...Object.entries(matters).flatMap(([kind, row]) => [
      '',
      `## 事项:${row.label} \`${kind}\``,
      '',
      ...diagram(row.table),
      '',
      ...rows(row.table),
    ]),
    '',
  ].join('\n');
