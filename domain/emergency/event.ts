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

/** As an office enters it. */
type Written = Pick<EmergencyEvent, 'code' | 'name' | 'document' | 'deferRecheckDays'> & Partial<EmergencyEvent>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What is missing of an event, or undefined. */
export const emergencyProblem = (value: unknown): string | undefined => {
  const { code, name, document, remoteVisit, deferRecheckDays } = value as Readonly<Record<string, unknown>>;
  if (!isText(code) || !isText(name) || !isText(document)) return '须写明编号 code、名称 name 和文件 document';
  if (remoteVisit !== undefined && typeof remoteVisit !== 'boolean') return 'remoteVisit 应为 true 或 false';
  return deferRecheckDays === undefined || (Number.isInteger(deferRecheckDays) && Number(deferRecheckDays) >= 0)
    ? undefined
    : 'deferRecheckDays 应为天数';
};

const read = (found: Resolved): EmergencyEvent => {
  const problem = emergencyProblem(found.value);
  if (problem) throw new AppError('parameterInvalid', `突发事件${problem},请管理员更正`, { parameter: found.id });
  const { code, name, document, remoteVisit, deferRecheckDays } = found.value as unknown as Written;
  return {
    code,
    name,
    document,
    from: found.from,
    ...(found.to && { to: found.to }),
    remoteVisit: remoteVisit === true,
    ...(deferRecheckDays !== undefined && { deferRecheckDays }),
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
