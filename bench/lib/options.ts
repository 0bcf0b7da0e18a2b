import { parseArgs } from 'node:util';

/** Whole numbers and flags by name: `--cases 60 --clone`. @throws Error that lists what there is */
export const readOptions = <Defaults extends Readonly<Record<string, number | boolean>>>(
  defaults: Defaults,
  args: readonly string[] = process.argv.slice(2),
): { readonly [Name in keyof Defaults]: Defaults[Name] extends number ? number : boolean } => {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: typeof value === 'number' ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const known = Object.entries(defaults).map(([name, value]) => `--${name} (${String(value)})`);
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  const read = Object.entries(defaults).map(([name, usual]) => {
    const given = values[name];
    if (given === undefined || typeof given === 'boolean') return [name, given ?? usual];
    const value = Number(given);
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} ${String(given)}; options: ${known.join(', ')}`);
    return [name, value];
  });
  return Object.fromEntries(read) as ReturnType<typeof readOptions<Defaults>>;
};
