import { isMatterKind, matters } from '../../domain/lifecycle/matters';
import { tableOf } from '../../domain/lifecycle/programmes';
import { officeOf, type Role } from '../../domain/lifecycle/roles';
import type { Row, Table } from '../../domain/lifecycle/table';
import type { Actor } from '../actor';

/** The steps that a row of the queue can lead to, in one word; the lifecycle's order says which comes first. */
const verbs: Readonly<Record<string, string>> = {
  accept: '受理',
  supplySupplement: '补正',
  startInvestigation: '启动',
  startDataCheck: '核对',
  approveProposal: '审阅',
  recordPosting: '张榜',
  recommend: '审查',
  confirm: '确认',
  recordDelivery: '送达',
  assess: '核实',
  concludeUnchanged: '审阅',
  endorse: '审阅',
  approve: '审阅',
  verify: '核实',
  complete: '办结',
  answer: '答复',
  handOver: '转办',
  defend: '答辩',
};
/** Steps that need much else first: the case is opened, with all that is still to be done for it. */
const prepared: Readonly<Record<string, string>> = {
  propose: '继续',
  holdAppraisal: '继续',
  recordCountyVisit: '入户',
};

export interface Place {
  readonly programme: string;
  readonly stage: string;
  readonly owner: string;
  readonly matterKind: string | null;
  readonly matterStep: string | null;
  readonly role: string;
  readonly office: string;
  /** Kinds of limits of the owner that run now. */
  readonly running: readonly string[];
}

export interface NextAction {
  readonly verb: string;
  /** The form to open, as the address of the case page has it; none: the case itself. */
  readonly form: string | null;
}

const look: NextAction = { verb: '查看', form: null };

const rowOf = ({ programme, stage, owner, matterKind, matterStep }: Place): Row<string> | undefined => {
  if (owner === 'stage') return tableOf(programme)[stage];
  return matterKind && matterStep && isMatterKind(matterKind)
    ? (matters[matterKind].table as Table)[matterStep]
    : undefined;
};

/** A step that meets a limit is done once the limit runs no more. */
const isOver = (row: Row<string>, action: string, running: readonly string[]): boolean => {
  const limits = Object.entries(row.limits).filter(([, limit]) => limit?.until === action);
  return limits.length > 0 && !limits.some(([kind]) => running.includes(kind));
};

/** What the officer does with a row: the first step of the law's table that is theirs; else only to look at. */
export const nextActionOf = (place: Place, actor: Pick<Actor, 'role' | 'division'>): NextAction => {
  const mine = place.role === actor.role && place.office === officeOf(actor.role, actor.division);
  const row = mine ? rowOf(place) : undefined;
  for (const [action, { by }] of Object.entries(row?.actions ?? {})) {
    if (!by.includes(place.role as Role) || isOver(row!, action, place.running)) continue;
    const verb = verbs[action];
    if (verb !== undefined) return { verb, form: `${place.owner}.${action}` };
    if (prepared[action] !== undefined) return { verb: prepared[action], form: null };
  }
  return look;
};
