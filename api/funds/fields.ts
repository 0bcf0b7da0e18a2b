import { movementKindNames, type MovementKind } from '../../domain/funds/movements';
import { fundProgrammeNames, sourceNames, type FundProgramme, type Source } from '../../domain/funds/sources';
import { choice, integer, integerText } from '../fields';

const YEARS = { min: 2014, max: 2099 };

export const programme = () => choice('资金用途', fundProgrammeNames as [FundProgramme, ...FundProgramme[]]);
export const source = () => choice('资金来源', sourceNames as [Source, ...Source[]]);
export const movementKind = () => choice('种类', movementKindNames as [MovementKind, ...MovementKind[]]);
export const budgetYear = () => integer('预算年度', YEARS);
/** In a query. */
export const budgetYearText = () => integerText('预算年度', YEARS);
