import { join } from 'node:path';
import { readJson } from '../files.mjs';

const firstPerRole = (logins) =>
  [...new Map(logins.toReversed().map((login) => [login.role, login])).values()].toReversed();

const columns = (rows) => {
  const wide = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0xff ? 2 : 1), 0);
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => wide(row[index]))));
  return rows.map(
    (row) =>
      `  ${row
        .map((text, index) => text + ' '.repeat(widths[index] - wide(text)))
        .join('  ')
        .trimEnd()}`,
  );
};

/** What a person needs once all runs: addresses, and one log-in per role of the demo. The last line is for programs. */
export const announcement = ({ url, uiUrl, directory }) => {
  const addresses = [
    ['系统', url],
    ['接口说明', `${url}/api/v1/docs`],
    ...(uiUrl ? [['Temporal 管理页面', uiUrl]] : []),
    ['数据目录', directory],
  ];
  const logins = firstPerRole(readJson(join(directory, 'demo-logins.json'), []));
  return [
    '',
    ...columns(addresses),
    ...(logins.length > 0
      ? ['', '演示账号', ...columns(logins.map(({ label, login, password }) => [label, login, password]))]
      : []),
    '',
    `Doudi ready: ${url}`,
  ].join('\n');
};
