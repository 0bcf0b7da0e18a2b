import type { FieldCipher } from '../crypto';
import type { Sql } from '../sql';

interface Frozen {
  readonly beneficiaries?: readonly { readonly member: string; readonly class?: string }[];
}

interface Row {
  readonly id: string;
  readonly resultEnc: Uint8Array;
}

const AT_ONCE = 2000;

/** The class (A, B, C) that each person was put in by the assessment behind the decision; key: assessment/person. */
export const classesOf = async (
  { sql, cipher }: { readonly sql: Sql; readonly cipher: FieldCipher },
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(assessmentIds)];
  const classes = new Map<string, string>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const { rows } = await sql.query<Row>(
      `select id::text as id, result_enc as "resultEnc" from assessment where id = any($1::uuid[])`,
      [ids.slice(start, start + AT_ONCE)],
    );
    for (const { id, resultEnc } of rows) {
      const { beneficiaries = [] } = cipher.openJson('assessment', 'result_enc', id, resultEnc) as Frozen;
      for (const one of beneficiaries) if (one.class) classes.set(`${id}/${one.member}`, one.class);
    }
  }
  return classes;
};
