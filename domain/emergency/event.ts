import type { CivilDate } from '../civil-date';
import { AppError } from '../errors';
import type { Parameters, Resolved } from '../parameters/resolve';

/** A declared emergency: an area, a period and a document that switch dated rules on (policy §12). */
export interface EmergencyEvent {
  readonly code: string;
  readonly name: string;
  readonly document: string;
  readonly from: CivilDate;
  /** The last day, where it is known. */
  readonly to?: CivilDate;
  /** Phone or video may take the place of the home visit (第十六条). */
  readonly remoteVisit: boolean;
  /** Re-checks that fall due are put off until so many days after its end (第三十一条). */
  readonly deferRecheckDays?: number;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const read = (found: Resolved): EmergencyEvent => {
  const { code, name, document, remoteVisit, deferRecheckDays } = found.value as Record<string, unknown>;
  if (!isText(code) || !isText(name) || !isText(document))
    throw new AppError('parameterInvalid', '突发事件须写明编号、名称和文件,请管理员更正', { parameter: found.id });
  return {
    code,
    name,
    document,
    from: found.from,
    ...(found.to && { to: found.to }),
    remoteVisit: remoteVisit === true,
    ...(typeof deferRecheckDays === 'number' && { deferRecheckDays }),
  };
};

/** The event in force at a place on a day, if any. @throws AppError parameterInvalid */
export const emergencyOn = (
  parameters: Parameters,
  place: { readonly on: CivilDate; readonly division: string },
): EmergencyEvent | undefined => {
  const found = parameters.find('emergency.events', place);
  return found && read(found);
};
