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
  const listed = (title, file) => {
    const logins = firstPerRole(readJson(join(directory, file), []));
    const rows = logins.map(({ label, login, password }) => [label, login, password]);
    return rows.length > 0 ? ['', title, ...columns(rows)] : [];
  };
  return [
    '',
    ...columns(addresses),
    ...listed('演示账号', 'demo-logins.json'),
    ...listed('首任管理员(请登录后修改密码,并删除 first-logins.json)', 'first-logins.json'),
    '',
    `Doudi ready: ${url}`,
  ].join('\n');
};
