export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'long' | 'date' | 'secret' | 'choice' | 'place';
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of a place: what lies above all that can be chosen, and the digits of the smallest. */
  readonly root?: string;
  readonly deepest?: number;
}

export type PlainValues = Readonly<Record<string, string>>;
