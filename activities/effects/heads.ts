import { civilDateAt } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import type { LetterHead, LetterKind, LetterText } from '../../domain/letters/letter';
import { townshipOfficeOf } from '../../domain/letters/office';
import { remedyText, type ConfirmationMode } from '../../domain/letters/remedy';
import { writeLetter } from '../../domain/letters/write';
import { isLifted } from '../../domain/lifecycle/lift';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { StepContext } from '../steps/context';

const at = (context: StepContext, level: keyof typeof levelDigits): string =>
  nameOf(context.row.division.slice(0, levelDigits[level]));

/** In whose name the office decides: by the configuration of the place on the day of submission. */
export const confirmationMode = (context: StepContext): ConfirmationMode =>
  context.rulebook.parameters.get('dibao.confirmation', {
    on: civilDateAt(context.row.submittedAt.getTime()),
    division: context.row.division,
  }).value as ConfirmationMode;

const headOf = (context: StepContext, office: string): LetterHead => ({
  number: context.row.number,
  programme: programmes[context.row.programme as Programme].official,
  applicantName: context.row.applicantName,
  office,
  on: context.on,
});

const townshipOffice = (context: StepContext): string => townshipOfficeOf(at(context, 'township'));

/** A letter of the township's own procedure. */
export const townshipLetter = (context: StepContext, kind: LetterKind, ...paragraphs: readonly string[]): LetterText =>
  writeLetter(kind, headOf(context, townshipOffice(context)), ...paragraphs);

/** A letter of the deciding office, with the remedies that fit its date, place and mode. */
export const decisionLetter = (
  context: StepContext,
  kind: LetterKind,
  ...paragraphs: readonly string[]
): LetterText => {
  const mode = isLifted(context.state, context.command.owner) ? 'county' : confirmationMode(context);
  const office = mode === 'ownName' ? townshipOffice(context) : `${at(context, 'county')}民政局`;
  return writeLetter(
    kind,
    headOf(context, office),
    ...paragraphs,
    remedyText({ on: context.on, mode, county: at(context, 'county'), prefecture: at(context, 'prefecture') }),
  );
};
