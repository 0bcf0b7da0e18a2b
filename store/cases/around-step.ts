import { Prisma, type CaseMember } from '../../generated/prisma/client';
import { rulebookStamps, type Stamps } from '../rulebook';
import type { FactEvent, Relative } from './load';

/** What a step reads beside the case's own row. */
export interface AroundStep {
  readonly members: readonly CaseMember[];
  /** All of the case's events, in order. */
  readonly events: readonly FactEvent[];
  readonly relatives: readonly Relative[];
  /** The event of this very command, where it was taken before. */
  readonly known: { readonly sequence: number; readonly patch: unknown } | null;
  /** The sealed input of the command. */
  readonly input: Buffer | null;
  readonly stamps: Stamps;
}

interface Asked {
  readonly caseId: string;
  readonly commandId: string;
  readonly inputId?: string;
}

type Row = Stamps & Omit<AroundStep, 'input' | 'stamps'> & { readonly input: string | null };

const list = (of: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((${of}), '[]'::json)`;

/** One statement instead of seven: a step's time is mostly trips to the database. Call it with the case already held. */
export const readAroundStep = async (
  tx: Prisma.TransactionClient,
  { caseId, commandId, inputId = caseId }: Asked,
): Promise<AroundStep> => {
  const members = Prisma.sql`select json_agg(json_build_object('caseId', case_id, 'personId', person_id, 'relation', relation,
      'beneficiary', beneficiary, 'mustAuthorise', must_authorise, 'leftOn', left_on, 'leftBecause', left_because))
    from case_member where case_id = ${caseId}::uuid`;
  const events = Prisma.sql`select json_agg(json_build_object('action', action, 'owner', owner, 'actorId', actor_id, 'summary', summary)
      order by sequence) from case_event where case_id = ${caseId}::uuid`;
  const relatives = Prisma.sql`select json_agg(json_build_object('staffId', staff_id, 'personId', person_id))
    from relative_declaration r where case_id = ${caseId}::uuid
      and not exists (select from relative_ending e where e.declaration_id = r.id)`;
  const rows = await tx.$queryRaw<Row[]>`select ${list(members)} as members, ${list(events)} as events,
    ${list(relatives)} as relatives,
    (select json_build_object('sequence', sequence, 'patch', patch) from case_event
      where case_id = ${caseId}::uuid and command_id = ${commandId}::uuid) as known,
    (select encode(content_enc, 'base64') from case_input where id = ${inputId}::uuid) as input,
    ${rulebookStamps}`;
  const { input, parameters, calendar, ...around } = rows[0]!;
  return {
    ...around,
    input: input === null ? null : Buffer.from(input, 'base64'),
    stamps: { parameters, calendar },
  };
};
