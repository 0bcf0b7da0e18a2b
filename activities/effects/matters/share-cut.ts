import { cutForWorkRefusal } from '../../../domain/dibao/entitlement';
import { integerOf, ratioOf } from '../../../domain/parameters/read';
import { fraction } from '../../../domain/rational';
import type { Frozen } from '../../assessments/thaw';
import type { StepContext } from '../../steps/context';

/** How many refusals in a row make the rule apply, and the part of the own share that it takes, by the law of the day. */
export const workRefusalRule = ({ rulebook, on, row }: StepContext) => {
  const place = { on, division: row.division };
  const { numerator, denominator } = ratioOf(rulebook.parameters.get('dibao.workRefusal.share', place));
  return {
    times: integerOf(rulebook.parameters.get('dibao.workRefusal.times', place)),
    part: fraction(numerator, denominator),
  };
};

/** In a change that was opened because somebody refused work, that person's own share is cut and nobody else's. */
export const withCut = (context: StepContext, frozen: Frozen): Frozen => {
  const matter = context.facts.matters[context.command.owner];
  if (matter?.because !== 'workRefusal' || !matter.personId) return frozen;
  const whole = frozen.shares.map(({ personId, fen }) => ({ member: personId, fen }));
  const { shares, cut } = cutForWorkRefusal(whole, matter.personId, matter.refusals ?? 0, workRefusalRule(context));
  return {
    ...frozen,
    monthlyFen: frozen.monthlyFen - cut,
    shares: shares.map(({ member, fen }) => ({ personId: member, fen })),
  };
};
