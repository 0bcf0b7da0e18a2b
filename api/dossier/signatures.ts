import { civilDateAt, sayDate } from '../../domain/civil-date';
import type { Block } from '../../domain/letters/typeset/blocks';
import type { FieldCipher } from '../../store/crypto';
import type { Tx } from '../deps';
import type { Contents } from './contents';
import { mannerWords } from './form-words';
import { section } from './sections';

interface Signed {
  readonly personId?: string;
  readonly name?: string;
  readonly manner?: string;
  readonly witness?: string;
  readonly interpreter?: string;
  readonly documentId?: string;
}
interface Investigator {
  readonly staffId?: string;
  readonly name?: string;
  readonly post?: string;
  readonly signed?: boolean;
}
/** The parts of what came with an action that bear a signature. */
interface WithSignatures {
  readonly signatures?: readonly Signed[];
  readonly householdSignature?: Signed;
  readonly investigators?: readonly Investigator[];
}

type Row = readonly string[];

const rowsOf = (input: WithSignatures, { people }: Contents, names: ReadonlyMap<string, string>): Row[] => {
  const family = [...(input.signatures ?? []), ...(input.householdSignature ? [input.householdSignature] : [])];
  return [
    ...family.map(({ personId, name, manner = '', witness, interpreter, documentId }) => [
      (personId && people.get(personId)?.name) ?? name ?? '',
      mannerWords[manner] ?? manner,
      [witness && `见证人${witness}`, interpreter && `翻译${interpreter}`, documentId ? '有扫描件' : '无扫描件']
        .filter(Boolean)
        .join(','),
    ]),
    ...(input.investigators ?? []).map(({ staffId, name, post, signed = true }) => [
      (staffId && names.get(staffId)) ?? name ?? '',
      signed ? '调查人员签名' : '调查人员未签名',
      post ?? '',
    ]),
  ];
};

/** Staff who signed as investigators, whose names the section shows. */
const inputsOf = async (tx: Tx, cipher: FieldCipher, { events }: Contents) => {
  const ids = events.flatMap(({ inputId }) => inputId ?? []);
  const stored = await tx.caseInput.findMany({ where: { id: { in: ids } } });
  const byId = new Map(stored.map((one) => [one.id, one]));
  return events.flatMap((event) => {
    const one = event.inputId ? byId.get(event.inputId) : undefined;
    if (!one) return [];
    const input = cipher.openJson('case_input', 'content_enc', one.id, one.contentEnc) as WithSignatures;
    return input.signatures || input.householdSignature || input.investigators ? [{ event, input }] : [];
  });
};

/** Who signed what and how; the scans themselves stand under photos and scans. */
export const signatureSection = async (tx: Tx, cipher: FieldCipher, contents: Contents): Promise<Block[]> => {
  const signed = await inputsOf(tx, cipher, contents);
  const staffIds = signed.flatMap(({ input }) => (input.investigators ?? []).flatMap(({ staffId }) => staffId ?? []));
  const staff = await tx.staff.findMany({ where: { id: { in: staffIds } }, select: { id: true, name: true } });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const rows = signed.flatMap(({ event, input }) =>
    rowsOf(input, contents, names).map((row) => [sayDate(civilDateAt(event.at.getTime())), ...row]),
  );
  if (rows.length === 0) return [];
  return [
    section('签字登记'),
    {
      kind: 'table',
      columns: [
        { title: '日期', share: 4 },
        { title: '签字人', share: 4 },
        { title: '方式', share: 4 },
        { title: '备注', share: 6 },
      ],
      rows,
    },
  ];
};
