/** Every encrypted column; a test holds the list against the tables. */
export const encryptedColumns = [
  ['person', ['id_number_enc', 'phone_enc']],
  ['household', ['address_enc', 'phone_enc']],
  ['draft', ['content_enc']],
  ['fact', ['content_enc']],
  ['case_input', ['content_enc']],
  ['assessment', ['input_enc', 'result_enc']],
  ['card_account', ['number_enc']],
  ['exchange_item', ['content_enc']],
  ['exchange_difference', ['content_enc']],
] as const satisfies readonly (readonly [table: string, columns: readonly string[]])[];

export type EncryptedTable = (typeof encryptedColumns)[number][0];
