import type { CaseFacts, DataCheck } from './facts';

/** One thing that the present stage waits for: how far it is. */
export interface Progress {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
  /** In words: 「3/4」, 「已发起」. */
  readonly says: string;
}

const checks: Readonly<Record<DataCheck, string>> = {
  none: '未提请',
  requested: '已提请,待县级发起',
  started: '已发起,待结果',
  consistent: '与申报一致',
  inconsistent: '与申报不一致',
  disputed: '有异议,须重新核对',
};

type Part = (facts: CaseFacts) => Progress | undefined;

const authorisations: Part = ({ adults, authorised }) => {
  if (adults.length === 0) return undefined;
  const signed = adults.filter((id) => authorised.includes(id)).length;
  const says = `${signed}/${adults.length}`;
  return { id: 'authorisations', label: '核对授权', done: signed === adults.length, says };
};

const visit: Part = ({ investigationStarted, visitSigned }) => ({
  id: 'visit',
  label: '入户调查',
  done: visitSigned,
  says: visitSigned ? '已签字' : investigationStarted ? '已启动,待记录' : '未启动',
});

const dataCheck: Part = ({ dataCheck: check }) => ({
  id: 'dataCheck',
  label: '信息核对',
  done: check === 'consistent' || check === 'inconsistent',
  says: checks[check],
});

const posting: Part = ({ posted }) => ({
  id: 'posting',
  label: '张榜',
  done: posted,
  says: posted ? '已张榜' : '待张榜',
});

/** Near relatives and complaints make the county go itself (S1 §20). */
const countyVisit: Part = ({ forcedVisit, countyVisited }) =>
  forcedVisit.length === 0
    ? undefined
    : { id: 'countyVisit', label: '县级入户', done: countyVisited, says: countyVisited ? '已入户' : '待入户' };

const delivery: Part = ({ undelivered }) =>
  undelivered.length === 0
    ? undefined
    : { id: 'delivery', label: '文书送达', done: false, says: `${undelivered.length}份待送达` };

const parts: Readonly<Record<string, readonly Part[]>> = {
  investigating: [authorisations, visit, dataCheck],
  publicised: [posting],
  reviewing: [countyVisit],
  confirming: [countyVisit],
  benefiting: [delivery],
  leaving: [delivery],
  refused: [delivery],
  stopped: [delivery],
};

/** What the present stage is made of, and how far each part has come. */
export const progressOf = (stage: string, facts: CaseFacts): readonly Progress[] =>
  (parts[stage] ?? []).flatMap((part) => part(facts) ?? []);
