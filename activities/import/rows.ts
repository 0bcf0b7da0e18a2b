import type { Prisma } from '../../generated/prisma/client';
import { civilDateAt, type CivilDate } from '../../domain/civil-date';
import type { Assessor } from '../../domain/assess';
import { currentCode } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { composeInput, type OpenFact } from '../../store/cases/facts';
import type { FieldCipher } from '../../store/crypto';
import { uuidOf } from '../../store/uuid';
import { frozenRow } from '../assessments/freeze';
import type { StepContext } from '../steps/context';
import { judge, type Entitled } from './benefit';
import { factRows } from './facts';
import type { Household } from './household';
import { caseIdOf, commandIdOf } from './ids';
import { stateRows } from './state';
import { personRow, type EnrolledPerson } from './persons';

/** The day and the instant that the import stands for, and by which rules. */
export interface ImportDay {
  readonly jobId: string;
  readonly at: number;
  readonly on: CivilDate;
  readonly cipher: FieldCipher;
  readonly rules: StepContext['rulebook'];
  readonly assess: Assessor;
}

/** Everything that is written for one household, by table. */
export interface HouseholdRows {
  readonly caseId: string;
  readonly warnings: readonly string[];
  readonly person: readonly Prisma.PersonCreateManyInput[];
  readonly household: Prisma.HouseholdCreateManyInput;
  readonly membership: readonly Prisma.MembershipCreateManyInput[];
  readonly scope: Prisma.CaseScopeCreateManyInput;
  readonly case: Prisma.CaseCreateManyInput;
  readonly member: readonly Prisma.CaseMemberCreateManyInput[];
  readonly fact: readonly Prisma.FactCreateManyInput[];
  readonly input: Prisma.CaseInputCreateManyInput;
  readonly assessment: readonly Prisma.AssessmentCreateManyInput[];
  readonly decision: Prisma.DecisionCreateManyInput;
  readonly entitlement: Prisma.EntitlementCreateManyInput;
  readonly component: readonly Prisma.EntitlementComponentCreateManyInput[];
  readonly deadline: Prisma.DeadlineCreateManyInput;
  readonly event: Prisma.CaseEventCreateManyInput;
}

const authorityOf = ({ rules, on }: ImportDay, division: string): string =>
  rules.parameters.get('dibao.confirmation', { on, division }).value === 'county' ? 'county' : 'township';

const sealed = (day: ImportDay, table: string, column: string, id: string, value: unknown): Uint8Array<ArrayBuffer> =>
  day.cipher.sealJson(table, column, id, value);

const inputOf = (
  household: Household,
  enrolled: readonly EnrolledPerson[],
  facts: readonly OpenFact[],
  division: string,
  on: CivilDate,
) => {
  const { application } = household;
  const people = enrolled.map(({ personId, birthDate, sex }) => ({ id: personId, birthDate, sex }));
  const members = enrolled.map(({ personId, member }) => ({ personId, relation: member.relation, leftOn: null }));
  const { input, hash } = composeInput(
    { id: '', programme: application.programme, division, area: application.area, members },
    facts,
    people,
    on,
  );
  const alone = enrolled.find(({ member }) => member.ref === application.beneficiary)?.personId;
  return {
    hash,
    input: {
      ...input,
      members: input.members.map((member) => (member.id === alone ? { ...member, appliesAlone: true } : member)),
    },
  };
};

/** A household as a case in the middle of its life, or the sentence why the rules do not entitle it. */
export const householdRows = (
  household: Household,
  enrolled: readonly EnrolledPerson[],
  day: ImportDay,
): HouseholdRows | { readonly refused: string } => {
  const { at, on, jobId } = day;
  const { application } = household;
  const caseId = caseIdOf(household);
  const commandId = commandIdOf(jobId, caseId);
  const division = currentCode(application.division, on).padEnd(levelDigits.village, '0');
  const householdId = uuidOf(caseId, 'household');
  const { facts, rows: fact } = factRows(household, enrolled, { caseId, householdId, day });
  const { input, hash } = inputOf(household, enrolled, facts, division, on);
  const benefiting = enrolled
    .filter(({ member }) => household.beneficiaries.includes(member.ref))
    .map(({ personId }) => personId);
  const judged: Entitled | { readonly refused: string } = judge(household, input, benefiting, day.assess);
  if ('refused' in judged) return judged;
  const ids = {
    decision: uuidOf(caseId, commandId, 'decision'),
    entitlement: uuidOf(caseId, commandId, 'entitlement', judged.fromMonth),
    assessment: uuidOf(caseId, commandId, 'assessment'),
    input: uuidOf(caseId, 'import'),
  };
  const frozen =
    judged.assessed && frozenRow(day.cipher, { id: ids.assessment, caseId, at, factsHash: hash, ...judged.assessed });
  const authority = authorityOf(day, division);
  const state = stateRows({
    caseId,
    commandId,
    division,
    day,
    household,
    judged,
    recheck: frozen?.frozen.recheck ?? 'yearly',
    decisionId: ids.decision,
    inputId: ids.input,
    ...(frozen && { assessmentId: ids.assessment }),
  });
  const applicant = enrolled.find(({ member }) => member.ref === application.applicant)!;
  const written = { application, benefit: household.benefit, number: household.number };
  const entitled = new Set(judged.shares.map(({ personId }) => personId));
  return {
    caseId,
    warnings: judged.warnings,
    person: enrolled.flatMap((one) => (one.known ? [] : [personRow(day.cipher, one)])),
    household: {
      id: householdId,
      division,
      area: application.area,
      addressEnc: sealed(day, 'household', 'address_enc', householdId, application.address),
      phoneEnc: application.phone ? sealed(day, 'household', 'phone_enc', householdId, application.phone) : null,
    },
    membership: enrolled.map(({ member, personId }) => ({
      id: uuidOf(caseId, 'membership', personId),
      householdId,
      personId,
      relation: member.relation,
      validFrom: on,
    })),
    scope: { id: uuidOf(caseId, 'scope'), caseId, division, validFrom: on },
    case: {
      ...state.case,
      id: caseId,
      number: '',
      programme: application.programme,
      division,
      area: application.area,
      householdId,
      applicantId: applicant.personId,
      applicantName: applicant.member.name,
      memberCount: enrolled.length,
      beneficiaryScope: application.beneficiaryScope,
      authority,
      origin: 'import',
      submittedAt: new Date(at),
      decidedOn: civilDateAt(at),
      monthlyFen: judged.monthlyFen,
    },
    member: enrolled.map(({ member, personId }) => ({
      caseId,
      personId,
      relation: member.relation,
      beneficiary: entitled.has(personId),
    })),
    fact,
    input: {
      id: ids.input,
      caseId,
      kind: 'import',
      contentEnc: sealed(day, 'case_input', 'content_enc', ids.input, written),
      hash: household.hash,
      createdAt: new Date(at),
    },
    assessment: frozen ? [frozen.data] : [],
    decision: {
      id: ids.decision,
      caseId,
      kind: 'imported',
      decidedOn: on,
      authority,
      division,
      assessmentId: frozen ? ids.assessment : null,
      reasons: household.benefit.monthly === undefined ? '导入时按当时标准核算' : '导入原系统在享数据',
      createdAt: new Date(at),
    },
    entitlement: {
      id: ids.entitlement,
      caseId,
      programme: application.programme,
      fromMonth: judged.fromMonth,
      monthlyFen: judged.monthlyFen,
      kind: 'benefit',
      decisionId: ids.decision,
    },
    component: judged.shares.map(({ personId, fen }) => ({ entitlementId: ids.entitlement, personId, fen })),
    deadline: state.deadline,
    event: state.event,
  };
};
