import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { messageOf } from '../../domain/payment-notices/words';
import type { Store } from '../../store/client';

export interface SmsDeps {
  readonly store: Store;
  /** Where messages are handed over (POST, JSON: id, phone, text); empty where the office has no gateway. */
  readonly smsGatewayUrl: string;
}

const PATIENCE_MS = 10_000;

const phoneOf = async ({ store }: SmsDeps, caseId: string): Promise<string | undefined> => {
  const { applicantId, householdId } = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const person = await store.prisma.person.findUniqueOrThrow({ where: { id: applicantId } });
  if (person.phoneEnc) return String(store.cipher.openJson('person', 'phone_enc', applicantId, person.phoneEnc));
  const household = await store.prisma.household.findUniqueOrThrow({ where: { id: householdId } });
  return household.phoneEnc
    ? String(store.cipher.openJson('household', 'phone_enc', householdId, household.phoneEnc))
    : undefined;
};

/**
 * Hands one letter over as a short message and notes that it was delivered. The letter's id goes with it, by which the
 * gateway knows a repeated one. @throws AppError smsUnavailable; the outbox tries again
 */
export const sendSms = async (deps: SmsDeps, letterId: string): Promise<void> => {
  const { store, smsGatewayUrl } = deps;
  const letter = await store.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  if (letter.deliveredAt) return;
  if (!smsGatewayUrl) throw new AppError('smsUnavailable', '没有配置短信网关(SMS_GATEWAY_URL),短信等待发送');
  const phone = await phoneOf(deps, letter.caseId);
  if (!phone) throw new AppError('smsUnavailable', '没有登记联系电话,请改用文书送达并补登电话');
  const answer = await fetch(smsGatewayUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: letterId, phone, text: messageOf(letter.body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new AppError('smsUnavailable', `短信网关答复${answer.status},稍后重发`);
  const now = new Date();
  await store.prisma.letter.update({
    where: { id: letterId },
    data: { deliveredAt: now, receipt: { manner: 'sms', deliveredOn: civilDateAt(now.getTime()) } },
  });
};
