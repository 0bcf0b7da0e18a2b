import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import type { Conditions } from '../paging';
import { sayOperation } from './say-operation';
import type { AuditView } from './view';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly role: string | null;
  readonly division: string | null;
  readonly operation: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly persons: number;
  readonly outcome: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly sealed: boolean;
}

const columns = `a.id::text, a.at, a.actor_id as "staffId", s.name as "staffName", a.role, a.division, a.operation,
  a.case_id as "caseId", c.number as "caseNumber", cardinality(a.persons) as persons, a.outcome, a.details,
  a.request_id as "requestId", exists (select from audit_seal l where l.audit_id = a.id) as sealed`;

const view = ({ at, ...row }: Row): z.input<typeof AuditView> => ({
  ...row,
  at: at.toISOString(),
  roleLabel: row.role && (roles[row.role as Role]?.label ?? row.role),
  divisionName: row.division && nameOf(row.division),
  summary: sayOperation(row.operation),
});

/** Rows of the caller's scope, newest first, with the words for what they name. */
export const readAuditRows = async (
  client: PoolClient,
  conditions: Conditions,
  most: number,
): Promise<z.input<typeof AuditView>[]> => {
  const sql = `select ${columns} from audit_row a left join staff s on s.id = a.actor_id left join "case" c on c.id = a.case_id
    where ${conditions.where()} order by a.id desc limit ${conditions.value(most)}`;
  return (await client.query<Row>(sql, conditions.values)).rows.map(view);
};
