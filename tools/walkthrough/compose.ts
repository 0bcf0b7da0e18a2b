import type { Pictured } from './pages';
import type { Chapter, Told } from './story';

const folder = 'walkthrough';

const image = (picture: string, alt: string): string => `![${alt}](${folder}/${picture}.webp)`;

const step = ({ picture, title, who, says }: Told, number: string): readonly string[] => [
  `### ${number} ${title}`,
  '',
  `**${who}** ${says}`,
  '',
  image(`story-${picture}`, title),
  '',
];

const chapter = ({ title, steps }: Chapter, index: number): readonly string[] => [
  `## ${index + 1}. ${title}`,
  '',
  ...steps.flatMap((one, at) => step(one, `${index + 1}.${at + 1}`)),
];

const page = ({ picture, title, route, who }: Pictured): readonly string[] => [
  `### ${title}`,
  '',
  `\`${route}\` · ${who}`,
  '',
  image(picture, title),
  '',
];

/** docs/walkthrough.md: the story of one household, then every page there is. */
export const composeWalkthrough = (chapters: readonly Chapter[], pages: readonly Pictured[]): string =>
  [
    '# 走一遍:一户人家从申请到结案',
    '',
    '由浏览器测试走完并截图(`npm run docs -- --screenshots`),请勿手改。人物、地址、金额均为虚构。',
    '',
    ...chapters.flatMap(chapter),
    '## 全部页面',
    '',
    '每个页面一张图,按 `test/browser/support/page-table.ts` 的顺序;加了页面,重新截图后自动出现在这里。',
    '',
    ...pages.flatMap(page),
  ].join('\n');
