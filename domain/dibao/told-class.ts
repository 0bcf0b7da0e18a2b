/** What an assessment tells of its beneficiaries, as it is kept. */
export interface Told {
  readonly beneficiaries?: readonly { readonly class?: string }[];
}

/** The rural class that a kept assessment gave the household; none where its people stand in several. */
export const toldClass = ({ beneficiaries = [] }: Told): string | undefined => {
  const [first, ...others] = new Set(beneficiaries.map((one) => one.class));
  return others.length === 0 ? first : undefined;
};
