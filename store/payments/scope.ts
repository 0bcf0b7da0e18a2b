import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import { choiceOf, fenOf, integerOf, pairsOf, textsOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import type { Fen } from '../../domain/money';

export interface RunScope {
  readonly runId: string;
  /** Six digits. */
  readonly county: string;
  readonly programme: string;
  readonly month: CivilMonth;
  readonly kind: string;
}

/** What the parameters of the county say of its payments on a day. */
export interface PaymentRules {
  /** Earlier months were paid by another system; undefined: this county is not yet paid by this one. */
  readonly firstMonth: CivilMonth | undefined;
  readonly lockDay: number;
  readonly payByDay: number;
  readonly format: string;
  readonly recheckGraceDays: number;
  readonly sharedAccountLimit: number;
  readonly holdingMatters: readonly string[];
  readonly exclusions: readonly (readonly [string, string])[];
  readonly financeMakerAbove: Fen;
  readonly lateReportDays: number;
}

export const paymentRules = (parameters: Parameters, county: string, on: CivilDate): PaymentRules => {
  const place = { on, division: county };
  const of = (name: string) => parameters.get(`payment.${name}`, place);
  const firstMonth = parameters.find('payment.firstMonth', place);
  return {
    firstMonth: firstMonth && choiceOf(firstMonth),
    lockDay: integerOf(of('lockDay')),
    payByDay: integerOf(of('payByDay')),
    format: choiceOf(of('format')),
    recheckGraceDays: integerOf(of('recheckGraceDays')),
    sharedAccountLimit: integerOf(of('sharedAccountLimit')),
    holdingMatters: textsOf(of('holdingMatters')),
    exclusions: pairsOf(of('exclusions')),
    financeMakerAbove: fenOf(of('financeMakerAbove')),
    lateReportDays: integerOf(of('lateReportDays')),
  };
};
