import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

const say = (text) => console.error(text);
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
