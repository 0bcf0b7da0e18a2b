/** What tests look at of a run's reconciliation. */
export interface Reconciliation {
  readonly states: readonly { readonly state: string; readonly lines: number; readonly amount: string }[];
  readonly missing: { readonly lines: number };
  readonly ledger: { readonly balances: boolean };
  readonly findings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly closings: readonly { readonly id: string }[];
    readonly outcome: string | null;
  }[];
}
