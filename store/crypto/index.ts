export { createFieldCipher, type FieldCipher } from './cipher';
export { canonicalJson } from './json';
export { type Place } from './sealed';
