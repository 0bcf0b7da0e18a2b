import { firstDayOf, type CivilMonth } from '../civil-date';
import { divisionsOf } from '../divisions';
import type { Fen } from '../money';
import { choiceOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { amountOf } from './amount';
import { indexAreaOf } from './areas';
import { classRow, type RecipientClass, type Settlement } from './classes';
import type { Indices } from './indices';
import { recipientsOf } from './recipients';
import { triggerOf } from './trigger';

/** What a person of a class in a county gets for the month. `rank`: who is in several classes is paid by the lowest. */
export interface Rate {
  readonly county: string;
  readonly class: RecipientClass;
  /** The programme whose entitlements stand for the class. */
  readonly programme: string;
  readonly settlement: Settlement;
  readonly fen: Fen;
  readonly rank: number;
}

interface Started {
  readonly division: string;
  readonly month: CivilMonth;
  /** The checked indices of the month by area. */
  readonly indices: ReadonlyMap<string, Indices>;
}

const settlements: readonly Settlement[] = ['urban', 'rural'];

/**
 * The rates of a started month in every county whose area met the conditions; a county whose index is not entered has
 * none. @throws AppError parameterUnknown where the standard of the month is not known
 */
export const ratesOf = ({ division, month, indices }: Started, parameters: Parameters): readonly Rate[] =>
  divisionsOf('county')
    .map(({ code }) => code)
    .filter((code) => code.startsWith(division))
    .flatMap((county): Rate[] => {
      const known = indices.get(indexAreaOf(county, month, parameters));
      if (!known) return [];
      const { met, by } = triggerOf({ division: county, month, indices: known }, parameters);
      if (!met) return [];
      return recipientsOf({ division: county, month }, parameters).classes.flatMap((name, rank) => {
        const { programme } = classRow(name);
        if (programme === undefined) return [];
        return settlements.map((settlement) => {
          const question = { division: county, month, indices: known, by, class: name, settlement };
          return { county, class: name, programme, settlement, fen: amountOf(question, parameters).fen, rank };
        });
      });
    });

/** Whether who is in several classes is paid by the highest amount (else by the first class of the list). */
export const highestFirst = (division: string, month: CivilMonth, parameters: Parameters): boolean =>
  choiceOf(parameters.get('priceLinkage.duplicates', { on: firstDayOf(month), division })) === 'highest';
