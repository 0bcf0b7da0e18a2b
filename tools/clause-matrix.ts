import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauses, type Clause } from './clauses';

const TAG = /@clause ([一二三]\([一二三四五]\))(?: ([^\n*]+))?/g;
const root = join(__dirname, __dirname.includes('dist') ? '../..' : '..');

interface Tag {
  readonly clause: Clause;
  readonly file: string;
  readonly what: string;
}

const tagsIn = (file: string): readonly Tag[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(TAG)].map(([, clause, what]) => ({
    clause: clause as Clause,
    file,
    what: what?.trim() ?? '',
  }));

const sources = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('tools/clause'));

const isTest = ({ file }: Tag): boolean => file.includes('.test.');
const list = (tags: readonly Tag[]): string =>
  tags.map(({ file, what }) => `${what ? `${what} ` : ''}\`${file}\``).join('<br>') || '—';

/** For each clause: where it works and which test proves it, from the `@clause` tags in code and tests. */
export const clauseMatrix = (): string => {
  const tags = sources().flatMap(tagsIn);
  const unknown = tags.filter(({ clause }) => !(clause in clauses));
  if (unknown.length > 0)
    throw new Error(`unknown clauses: ${unknown.map(({ file, clause }) => `${file} ${clause}`).join(', ')}`);
  const rows = (Object.entries(clauses) as [Clause, string][]).map(([clause, title]) => {
    const own = tags.filter((tag) => tag.clause === clause);
    return `| ${clause} | ${title} | ${list(own.filter((tag) => !isTest(tag)))} | ${list(own.filter(isTest))} |`;
  });
  return [
    '# 条款对照表',
    '',
    '由代码和测试中的 `@clause` 标签生成(`npm run docs`),请勿手改。',
    '',
    '| 条款 | 内容 | 实现 | 测试 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};
