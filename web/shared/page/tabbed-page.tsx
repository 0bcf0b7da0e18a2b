import type { ComponentType } from 'react';
import { oneOf } from '../api/client';
import { useUrlFilters } from '../url-filters';
import { Page } from './page';
import { Tabs } from './tabs';

interface Props<Key extends string> {
  readonly title: string;
  readonly hint: string;
  /** Of the row of tabs; the title where nothing else is said. */
  readonly label?: string;
  /** In order; the first one is shown when the address names none. */
  readonly parts: Readonly<Record<Key, ComponentType>>;
  readonly names: Readonly<Record<Key, string>>;
  /** Those that the reader may open; all where nothing is said. */
  readonly open?: (key: Key) => boolean;
}

/** A page of which one part is seen at a time; which one stands in the address. */
export const TabbedPage = <Key extends string>({ title, hint, label, parts, names, open }: Props<Key>) => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const keys = (Object.keys(parts) as Key[]).filter((key) => open?.(key) ?? true);
  const active = oneOf(keys, tab) ?? keys[0]!;
  const Part: ComponentType = parts[active];
  return (
    <Page title={title}>
      <p className="quiet no-print">{hint}</p>
      <Tabs
        label={label ?? title}
        tabs={keys.map((key) => ({ key, label: names[key] }))}
        active={active}
        change={(next) => set({ tab: next })}
      >
        <Part />
      </Tabs>
    </Page>
  );
};
