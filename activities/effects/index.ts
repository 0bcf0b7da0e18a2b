import type { Effect, StepContext } from '../steps/context';
import { assign } from './assign';
import * as decision from './decision';
import * as intake from './intake';
import * as investigation from './investigation';
import * as change from './matters/change';
import * as complaint from './matters/complaint';
import * as death from './matters/death';
import * as emergency from './matters/emergency';
import * as members from './matters/members';
import { openMatter } from './matters/open';
import * as recheck from './matters/recheck';
import * as reconsideration from './matters/reconsideration';
import * as sampleCheck from './matters/sample-check';
import * as transfer from './matters/transfer';
import * as workRefusal from './matters/work-refusal';
import * as proposal from './proposal';

const visits = {
  recordVisit: investigation.recordVisit,
  requestDataCheck: investigation.requestDataCheck,
  recordDataCheck: investigation.recordDataCheck,
  assign,
};

/** What each action does beyond its row of the table; an action that is missing here only moves the case. */
const effects: Readonly<Record<string, Readonly<Record<string, Effect>>>> = {
  stage: { openMatter, assign, ...intake, ...investigation, ...proposal, ...decision },
  recheck: { ...visits, ...recheck },
  change: { ...visits, ...members, ...change },
  death: { assign, ...death },
  complaint: { assign, ...complaint },
  transfer: { assign, ...transfer },
  workRefusal: { assign, ...workRefusal },
  reconsideration,
  emergency: { assign, ...emergency },
  sampleCheck,
};

const onlyMoves: Effect = () => ({});

export const effectOf = ({ state, command }: StepContext, action: string): Effect => {
  const kind =
    action === 'openMatter' || command.owner === 'stage'
      ? 'stage'
      : (state.matters.find(({ id }) => id === command.owner)?.kind ?? 'stage');
  return effects[kind]?.[action] ?? onlyMoves;
};
