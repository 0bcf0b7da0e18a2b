import type { Prisma } from '../../generated/prisma/client';
import type { FieldCipher } from '../crypto';
import { sqlOf } from '../sql';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';
import type { FillInRecord, FillInSection } from './fill-in';

export interface TypedOver {
  readonly county: string;
  /** Who typed: the county, or a township of it. */
  readonly office: string;
  readonly caseId: string;
  readonly theirNumber: string;
  readonly answeredOn: string;
  readonly at: Date;
  readonly by: string;
}

type Item = Prisma.ExchangeItemCreateManyInput;

const itemOf =
  (cipher: FieldCipher, packageId: string, section: FillInSection, typed: TypedOver) =>
  (record: FillInRecord, index: number): Item => {
    const id = newId();
    return {
      id,
      packageId,
      row: index + 1,
      kind: section.kind,
      county: typed.county,
      office: typed.office,
      recordNumber: `${typed.county}-FILL-${packageId.slice(0, 8)}-${index + 1}`,
      key: record.key,
      caseId: typed.caseId,
      personId: record.personId,
      title: record.title,
      change: record.change,
      contentHash: record.hash,
      contentEnc: cipher.sealJson('exchange_item', 'content_enc', id, record.record),
      state: 'accepted',
      theirNumber: typed.theirNumber,
      answeredOn: typed.answeredOn,
      answeredAt: typed.at,
    };
  };

const writeReceipt = async (tx: Tx, packageId: string, items: readonly Item[], typed: TypedOver): Promise<void> => {
  const { county, office, at, by, theirNumber, answeredOn } = typed;
  await tx.exchangeReceipt.create({
    data: {
      id: newId(),
      packageId,
      county,
      office,
      source: 'hand',
      name: '回填',
      sha256: packageId,
      receivedAt: at,
      receivedBy: by,
      accepted: items.length,
      rejected: 0,
      repeated: 0,
      unknown: 0,
      conflicting: 0,
      malformed: 0,
      rows: {
        createMany: {
          data: items.map(({ id, row, recordNumber }) => ({
            line: row,
            itemId: id,
            recordNumber,
            answer: 'accepted',
            theirNumber,
            answeredOn,
            outcome: 'applied',
          })),
        },
      },
    },
  });
};

/** A section that was typed over: what stood there is frozen as receipted, and work on the same rows is done. */
const recordSection = async (tx: Tx, cipher: FieldCipher, section: FillInSection, typed: TypedOver): Promise<void> => {
  const packageId = newId();
  const { county, office, at, by, answeredOn } = typed;
  const { system, ...rest } = section.layout;
  await tx.exchangePackage.create({
    data: {
      id: packageId,
      system,
      kind: section.kind,
      county,
      office,
      mode: 'fillIn',
      layout: { system, ...rest } as unknown as Prisma.InputJsonValue,
      fromDate: answeredOn,
      toDate: answeredOn,
      state: 'ready',
      count: section.records.length,
      createdBy: by,
      createdAt: at,
      builtAt: at,
    },
  });
  const items = section.records.map(itemOf(cipher, packageId, section, typed));
  await tx.exchangeItem.createMany({ data: items });
  await writeReceipt(tx, packageId, items, typed);
  await sqlOf(tx).query(
    `update exchange_item set work = 'corrected', work_at = $4, work_by = $5::uuid
     where county = $1 and kind = $2 and key = any($3::text[]) and work = 'open'`,
    [county, section.kind, items.map(({ key }) => key), at, by],
  );
};

/** What was typed over for a household, as its receipt says. */
export const recordFillIn = async (
  tx: Tx,
  cipher: FieldCipher,
  sections: readonly FillInSection[],
  typed: TypedOver,
): Promise<void> => {
  for (const section of sections) await recordSection(tx, cipher, section, typed);
};
