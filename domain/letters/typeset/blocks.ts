/** Typefaces by what they are for (GB/T 9704): body 仿宋, title 小标宋, heading 黑体. */
export type Face = 'body' | 'title' | 'heading';

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly face?: Face;
  /** Points; 16 (三号) without it. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Characters that the first line leaves free. */
  readonly indent?: number;
  /** Characters that every line leaves free at the right. */
  readonly outdent?: number;
  readonly colour?: string;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Shares of the width; a table without titles has no head. */
  readonly columns: readonly { readonly title?: string; readonly share: number; readonly align?: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
  readonly size?: number;
}

/** What a paper is composed of, from top to bottom. Drawn by store/pdf. */
export type Block =
  | TextBlock
  | TableBlock
  /** The office in red over a red line. */
  | { readonly kind: 'letterhead'; readonly office: string; readonly number?: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly size?: number }
  | { readonly kind: 'space'; readonly lines: number }
  /** Office and date at the right, with the place for the seal over them; never alone on a page. */
  | { readonly kind: 'signature'; readonly office: string; readonly date: string; readonly seal: string }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly caption: string }
  /** An uploaded PDF, page by page; `pages` is what it has. */
  | { readonly kind: 'pages'; readonly bytes: Uint8Array; readonly pages: number; readonly caption: string }
  | { readonly kind: 'pageBreak' }
  /** Begins a new page and stands in the table of contents. */
  | { readonly kind: 'section'; readonly title: string; readonly contents: string }
  /** The table of contents of all sections that follow. */
  | { readonly kind: 'contents' };

/** A whole paper; the same paper gives the same bytes, so its time is its own and not the printer's. */
export interface Paper {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly blocks: readonly Block[];
}

export const paragraph = (text: string): TextBlock => ({ kind: 'text', text, indent: 2 });
export const line = (text: string): TextBlock => ({ kind: 'text', text });
