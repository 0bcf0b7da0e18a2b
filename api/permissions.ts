import { levelOf, type Level, type Role } from '../domain/lifecycle/roles';
import type { DutyName } from './duties';

/** Levels at which a role's appointment counts for a permission; `all` = wherever the role is held. */
type Levels = readonly Level[] | 'all';

export interface PermissionRow {
  /** Open to everybody, without log-in. */
  readonly public?: true;
  readonly roles: Partial<Readonly<Record<Role, Levels>>>;
  /** Separation of duty: predicates on the facts of the case, checked by name (duties.ts). */
  readonly duties?: readonly DutyName[];
}

const everyStaff = {
  villageAssistant: 'all',
  townshipClerk: 'all',
  townshipApprover: 'all',
  countyDataDesk: 'all',
  countyReviewer: 'all',
  countyApprover: 'all',
  financeMaker: 'all',
  financeChecker: 'all',
  supervisor: 'all',
  hotlineOperator: 'all',
  auditor: 'all',
  administrator: 'all',
} as const satisfies PermissionRow['roles'];

const caseWorkers = {
  villageAssistant: 'all',
  townshipClerk: 'all',
  townshipApprover: 'all',
  countyDataDesk: 'all',
  countyReviewer: 'all',
  countyApprover: 'all',
} as const satisfies PermissionRow['roles'];

/** Who looks at cases: those who work on them, those who answer for them, and who takes calls about them. */
const caseReaders = {
  ...caseWorkers,
  supervisor: 'all',
  hotlineOperator: 'all',
} as const satisfies PermissionRow['roles'];
/** Who fills in an application for a citizen. */
const counter = { villageAssistant: 'all', townshipClerk: 'all' } as const satisfies PermissionRow['roles'];

const administrators = { administrator: 'all' } as const satisfies PermissionRow['roles'];
/** Standards and calendars are set by the county and above, never by a township. */
const rulebookOffices = {
  administrator: ['province', 'prefecture', 'county'],
} as const satisfies PermissionRow['roles'];

/** Prices and one-off subsidies are looked at by those who answer for money and those who check them. */
const subsidyReaders = {
  countyReviewer: 'all',
  countyApprover: 'all',
  financeMaker: 'all',
  financeChecker: 'all',
  supervisor: 'all',
  auditor: 'all',
  administrator: 'all',
} as const satisfies PermissionRow['roles'];
/** Money of a level is entered and checked by two people of that level; a county has a maker and a checker for it. */
const upperTreasurers = {
  supervisor: ['province', 'prefecture'],
  administrator: ['province', 'prefecture'],
} as const satisfies PermissionRow['roles'];
/** The civil-affairs offices of province and prefecture, who start a subsidy on the province's order. */
const upperOffices = { supervisor: ['province', 'prefecture'] } as const satisfies PermissionRow['roles'];

/** Who has a step in the recovery of what was paid too much; which one, says domain/recovery/steps.ts. */
const recoveryHands = {
  townshipClerk: 'all',
  townshipApprover: 'all',
  countyReviewer: 'all',
  countyApprover: 'all',
  financeMaker: 'all',
  financeChecker: 'all',
  supervisor: 'all',
} as const satisfies PermissionRow['roles'];

/**
 * Who may do what: permission → role → levels, and the duties that must not meet in one person.
 * Division scope comes on top: an actor reaches only what lies under the division of the appointment in use.
 * Administrators have no case decision anywhere in this table; permissions.test.ts proves it.
 */
export const permissions = {
  'system.public': { public: true, roles: {} },
  'rules.preview': { public: true, roles: {} },
  'session.start': { public: true, roles: {} },
  'notice.read': { public: true, roles: {} },
  'notice.object': { public: true, roles: {} },
  'session.own': { roles: everyStaff },
  'live.read': { roles: everyStaff },
  'division.read': { roles: everyStaff },
  'calendar.read': { roles: everyStaff },
  'calendar.waiting': { roles: { ...administrators, countyApprover: 'all', supervisor: 'all' } },
  'calendar.propose': { roles: rulebookOffices },
  'calendar.decide': { roles: rulebookOffices },
  'parameter.read': { roles: everyStaff },
  'parameter.propose': { roles: rulebookOffices },
  'parameter.decide': { roles: rulebookOffices },
  /** Standards that lag, and what another standard would cost: sums alone, for those who set and answer for them. */
  'standard.watch': { roles: { ...subsidyReaders } },
  'standard.whatIf': {
    roles: {
      countyReviewer: 'all',
      countyApprover: 'all',
      financeMaker: 'all',
      financeChecker: 'all',
      supervisor: 'all',
      administrator: ['province', 'prefecture', 'county'],
    },
  },
  'uplift.read': { roles: { ...subsidyReaders, townshipClerk: 'all', townshipApprover: 'all' } },
  /** Household by household; administrators and auditors see sums alone. */
  'uplift.cases': {
    roles: {
      townshipClerk: 'all',
      townshipApprover: 'all',
      countyReviewer: 'all',
      countyApprover: 'all',
      supervisor: 'all',
    },
  },
  'uplift.prepare': { roles: { ...upperOffices, countyReviewer: 'all', countyApprover: 'all' } },
  'uplift.check': { roles: { countyReviewer: 'all', countyApprover: 'all' } },
  'uplift.approve': { roles: { ...upperOffices, countyApprover: 'all' } },
  'uplift.lead': { roles: { townshipClerk: 'all' } },
  'priceLinkage.read': { roles: subsidyReaders },
  'priceLinkage.enter': { roles: { ...upperOffices, administrator: ['province', 'prefecture'] } },
  'priceLinkage.start': { roles: upperOffices },
  'oneOffSubsidy.plan': { roles: { ...upperOffices, countyApprover: 'all' } },
  'disclosure.read': { roles: { ...caseReaders, financeMaker: 'all', financeChecker: 'all', auditor: 'all' } },
  'disclosure.propose': { roles: { countyReviewer: 'all' } },
  'disclosure.decide': { roles: { countyApprover: 'all' } },
  'exchange.read': {
    roles: { countyDataDesk: 'all', countyReviewer: 'all', countyApprover: 'all', supervisor: 'all', auditor: 'all' },
  },
  'exchange.send': { roles: { countyDataDesk: 'all', countyApprover: 'all' } },
  /** Whole ID numbers: for whoever hands them over, nobody else. */
  'exchange.open': { roles: { countyDataDesk: 'all' }, duties: ['notRelative'] },
  'exchange.settle': { roles: { countyDataDesk: 'all', countyReviewer: 'all' } },
  'exchange.fillIn': { roles: { townshipClerk: 'all', countyDataDesk: 'all' }, duties: ['notRelative'] },
  'funds.read': { roles: subsidyReaders },
  'funds.enter': { roles: { ...upperTreasurers, financeMaker: 'all' } },
  'funds.check': { roles: { ...upperTreasurers, financeChecker: 'all' } },
  'reserveFund.read': { roles: { ...subsidyReaders, townshipClerk: 'all', townshipApprover: 'all' } },
  'reserveFund.keep': { roles: { townshipClerk: ['township'] } },
  'reserveFund.sign': { roles: { townshipApprover: ['township'] } },
  'reserveFund.approve': { roles: { countyApprover: 'all', financeChecker: 'all' } },
  'directGrant.read': { roles: subsidyReaders },
  'directGrant.import': { roles: { countyReviewer: 'all', financeMaker: 'all' } },
  'recovery.read': { roles: { ...recoveryHands, auditor: 'all' }, duties: ['notRelative'] },
  'recovery.act': { roles: recoveryHands, duties: ['notRelative'] },
  'dynamics.read': { roles: caseReaders },
  'dynamics.work': { roles: { townshipClerk: 'all' } },
  'dynamics.sign': { roles: { townshipApprover: 'all' } },
  'staff.read': { roles: { ...administrators, auditor: 'all' } },
  'staff.manage': { roles: administrators },
  'lifecycle.read': { roles: everyStaff },
  'draft.own': { roles: counter },
  'case.submit': { roles: counter },
  'case.read': { roles: caseReaders, duties: ['notRelative'] },
  /** Lists leave the system as files: not for those who see single households or single calls. */
  'case.export': {
    roles: {
      townshipClerk: 'all',
      townshipApprover: 'all',
      countyDataDesk: 'all',
      countyReviewer: 'all',
      countyApprover: 'all',
      supervisor: 'all',
    },
  },
  'case.identity': { roles: caseWorkers, duties: ['notRelative'] },
  'case.act': { roles: { ...caseWorkers, hotlineOperator: 'all' }, duties: ['notRelative'] },
  'case.openMatter': { roles: { ...caseWorkers, hotlineOperator: 'all' }, duties: ['notRelative'] },
  'visit.prepare': { roles: counter, duties: ['notRelative'] },
  'fact.record': { roles: counter, duties: ['notRelative'] },
  'queue.read': { roles: caseReaders },
  'savedView.own': { roles: caseReaders },
  'person.lookUp': { roles: caseWorkers },
  'command.own': { roles: everyStaff },
  'workflow.read': { roles: administrators },
  'workflow.repair': { roles: administrators },
  'workflow.payloads': { roles: administrators },
  'import.run': { roles: { ...rulebookOffices, countyApprover: 'all' } },
  /** The register of near relatives is kept by the county (第十一条); townships declare. Administrators see no cases. */
  'relative.read': { roles: { countyReviewer: 'all', countyApprover: 'all', supervisor: 'all', auditor: 'all' } },
  'relative.declare': { roles: { townshipClerk: 'all', countyReviewer: 'all' }, duties: ['notRelative'] },
  'relative.end': { roles: { countyApprover: 'all' }, duties: ['notRelative'] },
  /** Runs are seen by who works on them, by who answers for them and by who checks; townships see their own lines. */
  'payment.read': {
    roles: {
      townshipClerk: 'all',
      townshipApprover: 'all',
      countyReviewer: 'all',
      countyApprover: 'all',
      financeMaker: 'all',
      financeChecker: 'all',
      supervisor: 'all',
      auditor: 'all',
    },
  },
  'payment.act': {
    roles: {
      townshipApprover: 'all',
      countyReviewer: 'all',
      countyApprover: 'all',
      financeMaker: 'all',
      financeChecker: 'all',
    },
  },
  'payment.open': { roles: { countyReviewer: 'all' } },
  /** Files hold whole card numbers: for those who hand them to the bank. */
  'payment.download': { roles: { financeMaker: 'all', financeChecker: 'all' } },
  'payment.returns': { roles: { financeMaker: 'all', financeChecker: 'all' } },
  /** What a bank said without a file: one hand of the finance office enters it, another books it. */
  'payment.answer': { roles: { financeMaker: 'all' }, duties: ['notRelative'] },
  'payment.checkAnswer': { roles: { financeChecker: 'all' }, duties: ['notRelative'] },
  'payment.readAnswers': {
    roles: { countyReviewer: 'all', countyApprover: 'all', financeMaker: 'all', financeChecker: 'all', auditor: 'all' },
  },
  'payment.reissue': { roles: { countyReviewer: 'all', financeMaker: 'all' }, duties: ['notRelative'] },
  'payment.finding': { roles: { countyReviewer: 'all' }, duties: ['notRelative'] },
  'ledger.read': {
    roles: { ...administrators, countyApprover: 'all', financeChecker: 'all', supervisor: 'all', auditor: 'all' },
  },
  'payment.decideHold': { roles: { countyReviewer: 'all' }, duties: ['notRelative'] },
  /** Whom a household is paid through: the office that knows it enters, another hand of the office or the county checks. */
  'cardAccount.read': { roles: caseReaders, duties: ['notRelative'] },
  'cardAccount.propose': { roles: { townshipClerk: 'all', countyReviewer: 'all' }, duties: ['notRelative'] },
  'cardAccount.decide': {
    roles: { townshipApprover: 'all', countyReviewer: 'all', countyApprover: 'all' },
    duties: ['notRelative'],
  },
  'cardAccount.imports': {
    roles: { townshipClerk: 'all', townshipApprover: 'all', countyReviewer: 'all', countyApprover: 'all' },
  },
  'audit.read': { roles: { ...administrators, auditor: 'all' } },
  'document.read': { roles: { ...caseWorkers, supervisor: 'all' }, duties: ['notRelative'] },
  'document.add': { roles: caseWorkers, duties: ['notRelative'] },
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof permissions;

/** The row of a permission, or undefined for a name that the table does not know: such an operation is refused. */
export const permissionRow = (permission: string): PermissionRow | undefined =>
  Object.hasOwn(permissions, permission) ? permissions[permission as Permission] : undefined;

/** Whether a role held at a division has the permission; duties and the division of the thing addressed come later. */
export const allows = (
  permission: string,
  holder: { readonly role: Role; readonly division: string } | undefined,
): boolean => {
  const row = permissionRow(permission);
  if (!row) return false;
  if (row.public) return true;
  if (!holder) return false;
  const levels = row.roles[holder.role];
  return levels === 'all' || (levels?.includes(levelOf(holder.division)) ?? false);
};

/** What a role at a division may do, for the desk to show only what works. */
export const permissionsOf = (holder: { readonly role: Role; readonly division: string }): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => allows(permission, holder));

/** True when the thing at `target` lies within the holder's division: equal to it or below it. */
export const covers = (holder: { readonly division: string }, target: string): boolean =>
  target.startsWith(holder.division);
