import type { Order, View } from './api';

/** Parts of the desk; the first three are limits of the work that lies here. */
export type Section = '' | 'today' | 'dueSoon' | 'overdue' | 'waiting' | 'drafts';

export interface Home {
  readonly views: readonly View[];
  /** The view that one begins with. */
  readonly start: View;
  readonly sections: readonly Section[];
  readonly orders: Readonly<Record<View, readonly Order[]>>;
}

const limits = ['', 'today', 'dueSoon', 'overdue'] as const;
/** Stages are read one office at a time: over a whole province there is no order to see in them. */
const orders: Home['orders'] = {
  mine: ['urgency', 'time', 'stage'],
  office: ['urgency', 'time', 'stage'],
  subordinate: ['urgency', 'time'],
};
const office: Home = {
  views: ['mine', 'office', 'subordinate'],
  start: 'office',
  sections: [...limits, 'waiting'],
  orders,
};
const watching: Home = { views: ['subordinate'], start: 'subordinate', sections: [...limits, 'waiting'], orders };

/** What each post finds on its desk. */
const homes: Readonly<Record<string, Home>> = {
  villageAssistant: { views: ['mine', 'office'], start: 'mine', sections: [...limits, 'waiting', 'drafts'], orders },
  townshipClerk: { ...office, views: ['mine', 'office'], sections: [...limits, 'waiting', 'drafts'] },
  townshipApprover: office,
  countyDataDesk: { ...office, views: ['mine', 'office'] },
  countyReviewer: office,
  countyApprover: office,
  supervisor: watching,
  hotlineOperator: { ...watching, sections: limits },
};

export const homeOf = (role: string): Home => homes[role] ?? watching;
