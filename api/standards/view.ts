import { z } from 'zod';
import { standardKinds, standards, type StandardKind } from '../../domain/standards/kinds';
import { units } from '../../domain/parameters/value';
import type { Resolved } from '../../domain/parameters/resolve';
import { choice } from '../fields';

export const standardChoice = () => choice('标准', standardKinds);

/** Label and unit of a standard, for showing. */
export const kindView = (kind: StandardKind) => ({
  kind,
  label: standards[kind].label,
  unitLabel: units[standards[kind].unit].label,
});

export const kindFields = {
  kind: z.enum(standardKinds),
  label: z.string(),
  unitLabel: z.string(),
};

export const HeldValue = z
  .object({
    value: z.string(),
    from: z.string(),
    reference: z.string(),
    division: z.string().meta({ description: '数值所属地区;短于所问地区的是上级的' }),
  })
  .meta({ id: 'HeldStandard' });

export const heldView = (held: Resolved | undefined): z.input<typeof HeldValue> | null =>
  held ? { value: String(held.value), from: held.from, reference: held.reference, division: held.division } : null;
