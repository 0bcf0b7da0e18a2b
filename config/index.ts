export { loadConfig, type Config, type Environment } from './config';
export { parseKeyRing, type KeyRing, type KeySet } from './key-ring';
