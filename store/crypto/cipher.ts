import type { KeyRing } from '../../config';
import { blindIndexOf, tagOf } from './blind-index';
import { fromJson, toJson } from './json';
import { headOf, keyIdOf, openBytes, sealBytes, type Place } from './sealed';

/** Encryption of single columns; each value is bound to its table, column and row. */
export interface FieldCipher {
  /** Any JSON value; bigint comes back as bigint. */
  sealJson(table: string, column: string, row: string, value: unknown): Buffer<ArrayBuffer>;
  /** @throws AppError dataDamaged */
  openJson(table: string, column: string, row: string, sealed: Uint8Array): unknown;
  seal(place: Place, plain: Uint8Array): Buffer<ArrayBuffer>;
  /** @throws AppError dataDamaged */
  open(place: Place, sealed: Uint8Array): Buffer<ArrayBuffer>;
  /** Of an ID number: the value of `id_index` columns. */
  blindIndex(idNumber: string): Buffer<ArrayBuffer>;
  /** An opaque tag of a value for one purpose (HMAC): ids for the public that open nothing else. */
  tag(purpose: string, value: string): Buffer<ArrayBuffer>;
  /** Closed again with the current key, or undefined where it already is. */
  reseal(place: Place, sealed: Uint8Array): Buffer<ArrayBuffer> | undefined;
  /** The first bytes of all that the current key closed. */
  head(): Buffer<ArrayBuffer>;
}

export const createFieldCipher = ({ fields, index }: Pick<KeyRing, 'fields' | 'index'>): FieldCipher => {
  const seal: FieldCipher['seal'] = (place, plain) => sealBytes(fields, place, plain);
  const open: FieldCipher['open'] = (place, sealed) => openBytes(fields, place, sealed);
  return {
    seal,
    open,
    sealJson: (table, column, row, value) => seal({ table, column, row }, Buffer.from(toJson(value), 'utf8')),
    openJson: (table, column, row, sealed) => fromJson(open({ table, column, row }, sealed).toString('utf8')),
    blindIndex: (idNumber) => blindIndexOf(index, idNumber),
    tag: (purpose, value) => tagOf(index, purpose, value),
    head: () => headOf(fields),
    reseal: (place, sealed) => (keyIdOf(sealed) === fields.current ? undefined : seal(place, open(place, sealed))),
  };
};
