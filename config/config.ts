import { loadKeyRing } from './key-ring';
import { missingSetting, wrongSetting } from './errors';
import { settings, type Setting, type SettingName } from './settings';
import type { KeyRing } from './key-ring';

/** Settings that are whole numbers from 1. */
const wholes = ['exportRows', 'fileRows', 'fileUnpackedMb'] as const satisfies readonly SettingName[];
type Whole = (typeof wholes)[number];

/**
 * What a process was told by its environment. A setting without a default throws when it is read and missing,
 * so that a process only needs the ones it uses: the API never learns the address of the owner.
 */
export type Config = { readonly [name in Exclude<SettingName, 'port' | Whole>]: string } & {
  readonly port: number;
} & { readonly [name in Whole]: number } & {
  /** Addresses of the roles beside the owner, as far as they are set: the migration gives the roles their passwords. */
  readonly roleUrls: readonly string[];
  /** From `KEY_RING` (JSON) or `DATA_DIR/keys.json`; read anew on each access, so read it once at start. */
  readonly keyRing: KeyRing;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const read = (environment: Environment, setting: Setting): string => {
  const value = environment[setting.variable]?.trim() || setting.fallback;
  if (value === undefined) throw missingSetting(setting);
  return value;
};

const portOf = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || +text > 65_535) throw wrongSetting(settings.port, `“${text}”不是端口号(0—65535)`);
  return +text;
};

const wholeOf = (environment: Environment, name: Whole): number => {
  const text = read(environment, settings[name]);
  if (!/^[1-9]\d{0,5}$/.test(text)) throw wrongSetting(settings[name], `“${text}”应为1—999999的整数`);
  return +text;
};

/** @throws AppError settingMissing or settingWrong, on access. */
export const loadConfig = (environment: Environment = process.env): Config => {
  const texts = {} as Record<SettingName, string>;
  for (const name of Object.keys(settings) as SettingName[]) {
    Object.defineProperty(texts, name, {
      enumerable: true,
      configurable: true,
      get: () => read(environment, settings[name]),
    });
  }
  for (const name of wholes)
    Object.defineProperty(texts, name, { enumerable: true, get: () => wholeOf(environment, name) });
  return Object.defineProperties(texts, {
    port: { enumerable: true, get: () => portOf(read(environment, settings.port)) },
    roleUrls: {
      enumerable: true,
      get: () =>
        [settings.databaseUrlApi, settings.databaseUrlWorker].flatMap(
          ({ variable }) => environment[variable]?.trim() || [],
        ),
    },
    keyRing: {
      enumerable: true,
      get: () => loadKeyRing(environment['KEY_RING'], () => read(environment, settings.dataDir)),
    },
  }) as unknown as Config;
};
