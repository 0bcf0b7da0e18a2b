import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../../domain/civil-date';
import type { CaseApi } from './case-api';

interface Wanted {
  /** A case that stands at its notice already. */
  readonly caseId?: string;
  readonly posted?: boolean;
}

const photoOf = async ({ api }: CaseApi, caseId: string): Promise<string> => {
  const id = randomUUID();
  await api.sql(`insert into document (id, case_id, kind, name, mime, size, sha256, storage_key, uploaded_at)
    values ('${id}', '${caseId}', 'noticePhoto', '公示.jpg', 'image/jpeg', 1, '', '${id}', now())`);
  return id;
};

const toProposal = async (world: CaseApi): Promise<string> => {
  const { id, members } = await world.submit();
  const on = civilDateAt(world.api.clock.now().getTime());
  const { clerk, dataDesk } = world.team;
  const investigators = [{ name: '某驻村干部' }, { name: '某村干部' }];
  const steps: readonly (readonly [string, string, object?])[] = [
    [clerk, 'accept'],
    [
      clerk,
      'recordAuthorisation',
      { signatures: members.map(({ personId }) => ({ personId, manner: 'signature' })), signedOn: on },
    ],
    [clerk, 'startInvestigation', { investigators }],
    [
      clerk,
      'recordVisit',
      {
        visitedOn: on,
        method: 'home',
        investigators,
        householdSignature: { personId: members[0]!.personId, manner: 'signature' },
        findings: '情况与申报一致',
      },
    ],
    [clerk, 'requestDataCheck', { sources: ['bank'] }],
    [dataDesk, 'startDataCheck'],
    [dataDesk, 'recordDataCheck', { outcome: 'consistent', findings: '无异常' }],
    [clerk, 'propose', { kind: 'confirm', reason: '符合规定条件' }],
    [world.team.head, 'approveProposal', {}],
  ];
  for (const [token, action, input] of steps) {
    const got = await world.act(token, id, action, input);
    expect([action, got.status, got.body['detail']]).toEqual([action, 200, undefined]);
  }
  return id;
};

/** A case at its public notice, by way of the API; posted on the board unless told otherwise. */
export const publicise = async (world: CaseApi, wanted: Wanted = {}): Promise<{ readonly id: string }> => {
  const id = wanted.caseId ?? (await toProposal(world));
  if (wanted.posted === false) return { id };
  const got = await world.act(world.team.clerk, id, 'recordPosting', {
    place: '村委会公示栏',
    photoId: await photoOf(world, id),
  });
  expect([got.status, got.body['detail']]).toEqual([200, undefined]);
  return { id };
};
