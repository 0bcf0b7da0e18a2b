import { isMatterKind, matters } from '../lifecycle/matters';
import { guards, type GuardReason } from './guards';

const programmeNames: Readonly<Record<string, string>> = {
  dibao: '低保',
  tekun: '特困',
  temporaryAssistance: '临时救助',
};

export const programmeLabel = (programme: string): string => programmeNames[programme] ?? programme;

export const isGuardReason = (text: string): text is GuardReason => Object.hasOwn(guards, text);

/** Why a line was given up or changed, beside the guards. */
const otherReasons: Readonly<Record<string, string>> = {
  redrawn: '重新造册',
  runCancelled: '本批取消',
  carriedOver: '转入下一批补发',
  byDecision: '决定本批不发',
  paidEarlier: '原款已到账',
  accountCorrected: '账户已更正,重新发放',
  accountConfirmed: '账户无误,重新发放',
};

export const reasonLabel = (reason: string): string =>
  isGuardReason(reason) ? guards[reason].label : (otherReasons[reason] ?? reason);

/** What a guard found, in words: a name, a programme, a kind of matter, the last digits of a card. */
export const sayHoldDetail = (reason: string, detail: string | null): string | null => {
  if (detail === null) return null;
  if (reason === 'paidTwice') return `另在享受${programmeLabel(detail)}`;
  if (reason === 'openFinding') return isMatterKind(detail) ? matters[detail].label : detail;
  return reason === 'accountInvalid' || reason === 'sharedAccount' ? `尾号${detail}` : detail;
};
