import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, parseKeyRing } from '.';

const key = (): string => randomBytes(32).toString('base64');
const ring = () => ({
  fields: { current: 'b', keys: { a: key(), b: key() } },
  payloads: { current: 'a', keys: { a: key() } },
  index: key(),
});

describe('loadConfig', () => {
  it('reads what is set and falls back where there is a default', () => {
    const config = loadConfig({ TEMPORAL_ADDRESS: '127.0.0.1:7233', PORT: '3001' });
    expect(config.temporalAddress).toBe('127.0.0.1:7233');
    expect(config.port).toBe(3001);
    expect([config.temporalNamespace, config.host, config.logLevel]).toEqual(['default', '127.0.0.1', 'info']);
  });

  it('asks only for the settings a process reads, and names the missing one', () => {
    const config = loadConfig({});
    expect(() => config.databaseUrlApi).toThrow(/DATABASE_URL_API/);
    expect(() => loadConfig({ PORT: '70000' }).port).toThrow(/端口/);
  });

  it('takes the key ring from KEY_RING, else from the data directory', () => {
    const directory = mkdtempSync(join(tmpdir(), 'doudi-config-'));
    writeFileSync(join(directory, 'keys.json'), JSON.stringify(ring()));
    expect(loadConfig({ DATA_DIR: directory }).keyRing.fields.current).toBe('b');
    expect(loadConfig({ KEY_RING: JSON.stringify(ring()) }).keyRing.payloads.keys.size).toBe(1);
    rmSync(directory, { recursive: true });
    expect(() => loadConfig({ DATA_DIR: directory }).keyRing).toThrow(/keys\.json/);
  });
});

describe('parseKeyRing', () => {
  it('keeps old keys beside the current one', () => {
    expect([...parseKeyRing(JSON.stringify(ring())).fields.keys.keys()]).toEqual(['a', 'b']);
  });

  it.each([
    ['no JSON', '{'],
    ['a short key', JSON.stringify({ ...ring(), index: 'AAAA' })],
    ['a current key that is not there', JSON.stringify({ ...ring(), fields: { current: 'z', keys: { a: key() } } })],
    ['no payload keys', JSON.stringify({ ...ring(), payloads: undefined })],
  ])('refuses %s', (_, text) => {
    expect(() => parseKeyRing(text)).toThrow(/密钥环有误/);
  });
});
