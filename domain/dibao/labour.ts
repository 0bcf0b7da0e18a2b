import type { CivilDate } from '../civil-date';
import type { Parameters } from '../parameters/resolve';
import type { Labour, Member } from './input';
import { knowPerson } from './people';
import { createRuleBook } from './rule-book';

/** What the rules say of a member's ability to work on a day. */
export const labourOn = (member: Member, on: CivilDate, division: string, parameters: Parameters): Labour =>
  knowPerson(member, createRuleBook(parameters, on, division)).labour;
