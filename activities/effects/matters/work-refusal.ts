import { uuidOf } from '../../../store/uuid';
import type { Effect } from '../../steps/context';
import { inputOf } from '../read-input';
import { workRefusalRule } from './share-cut';
import { dated, mustBeAble, told } from './refusal-parts';

/** A good reason starts the count anew; the last refusal that the rule needs opens the change. */
export const recordRefusal: Effect = async (context) => {
  const refusal = inputOf(context, 'workRefusalRecord');
  dated(context, refusal);
  const matter = context.facts.matters[context.command.owner];
  const personId = matter?.personId ?? '';
  await mustBeAble(context, personId);
  const count = refusal.goodReason ? 0 : (matter?.refusals ?? 0) + 1;
  if (count < workRefusalRule(context).times) return { to: 'counting', summary: { count }, ...told(context, count) };
  const changeId = uuidOf(context.row.id, context.command.commandId, 'change');
  return {
    to: 'done',
    matterOutcome: 'cut',
    summary: { count, because: 'workRefusal' },
    opens: [{ id: changeId, kind: 'change', personId }],
    ...told(context, count),
  };
};

export const end: Effect = () => ({ matterOutcome: 'ended' });
