import { today } from '../../shared/format/dates';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { roleOptions } from './roles';
import { texts } from './texts';

export const appointmentFields = (root: string): readonly PlainField[] => [
  { name: 'role', label: texts.role, type: 'choice', required: true, options: roleOptions },
  { name: 'validFrom', label: texts.from, type: 'date', required: true },
  { name: 'validTo', label: texts.to, type: 'date' },
  { name: 'division', label: texts.place, type: 'place', required: true, hint: texts.placeHint, root, deepest: 12 },
];

export const freshAppointment = (root: string): PlainValues => ({ division: root, validFrom: today() });

export const personFields: readonly PlainField[] = [
  { name: 'login', label: texts.login, type: 'text', required: true, hint: texts.loginHint },
  { name: 'name', label: texts.name, type: 'text', required: true },
];
