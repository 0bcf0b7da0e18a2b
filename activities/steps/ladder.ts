import { levelDigits, type Role } from '../../domain/lifecycle/roles';

// @clause 一(四) missed limits go up level by level
/** Who hears of a missed limit, level by level (lifecycle.md; the days between are parameters). */
export const ladder: readonly { readonly label: string; readonly role: Role | 'assignee'; readonly digits: number }[] =
  [
    { label: '经办人', role: 'assignee', digits: levelDigits.township },
    { label: '乡镇负责人', role: 'townshipApprover', digits: levelDigits.township },
    { label: '县级', role: 'countyApprover', digits: levelDigits.county },
    { label: '州市级', role: 'supervisor', digits: levelDigits.prefecture },
  ];
