import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './files.mjs';
import { onPath } from './find-executable.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const hasChineseFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() > '';

const installed = () => NAMES.map((name) => onPath(name)).find(Boolean);

const viaApt = async (packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
};

const viaPlaywright = async () => {
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { cwd: root });
  const { chromium } = await import(join(root, 'node_modules/playwright-core/index.mjs'));
  return chromium.executablePath();
};

/** Path of a Chromium for the browser tests, with Chinese fonts; installs them as root on Debian, else takes Playwright's own. */
export const ensureBrowser = async (say) => {
  const canApt = process.getuid?.() === 0 && onPath('apt-get');
  const missing = [
    ...(installed() ? [] : ['chromium', 'chromium-l10n']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (canApt && missing.length > 0)
    await withProgress(say, `安装 ${missing.join('、')}`, () => viaApt([...missing, 'fontconfig']));
  if (!hasChineseFont()) say('没有中文字体,截图中的汉字会是方框');
  return process.env.TEST_CHROMIUM || installed() || withProgress(say, '下载 Chromium', viaPlaywright);
};
