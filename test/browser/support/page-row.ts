export interface PageRow {
  /** As in web/desk/routes.tsx; an address of the public pages begins with /public. */
  readonly route: string;
  /** Where it is with the demo's data. */
  readonly address: string;
  /** Login of somebody whose work it is; without one, of everybody. */
  readonly who?: string;
  /** Somebody who has no right to it and opens the address all the same. */
  readonly stranger?: string;
  /** Requests it cannot do without: delayed, refused or emptied. */
  readonly asks?: RegExp;
  /** Seen when everything is there. */
  readonly full: string | RegExp;
  /** Said when the answer holds nothing; a page of one thing that always has something says none. */
  readonly empty?: string | RegExp;
  /** The first thing to do here, reached by Tab alone from the start of the page. */
  readonly primary?: { readonly role: 'link' | 'button' | 'combobox' | 'textbox'; readonly name: string | RegExp };
}
