import { z } from 'zod';
import { movementKindNames, movementKinds, type MovementKind } from '../../domain/funds/movements';
import { labelOfProgramme, sourceNames, sources, type Source } from '../../domain/funds/sources';
import { nameOf } from '../../domain/divisions';
import { yuanFromFen } from '../../domain/money';
import type { FundMovement } from '../../generated/prisma/client';
import { EntryState } from '../rulebook/entries';

const Kind = z.enum(movementKindNames as [MovementKind, ...MovementKind[]]);
const SourceName = z.enum(sourceNames as [Source, ...Source[]]);

export const FundMovementView = z
  .object({
    id: z.uuid(),
    kind: Kind,
    kindLabel: z.string(),
    programme: z.string(),
    programmeLabel: z.string(),
    year: z.int(),
    source: SourceName,
    sourceLabel: z.string(),
    fromDivision: z.string().meta({ description: '空为中央' }),
    fromName: z.string(),
    toDivision: z.string(),
    toName: z.string(),
    enteredBy: z.string(),
    amount: z.string(),
    documentNumber: z.string(),
    onDate: z.string(),
    note: z.string().nullable(),
    reverses: z.uuid().nullable().meta({ description: '冲销的是哪一笔' }),
    state: EntryState,
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FundMovement', description: '一笔下达、拨付、到账、结转或退回' });

export const placeName = (code: string): string => (code === '' ? '中央' : nameOf(code));

export const movementView = ({ fen, ...row }: FundMovement): z.output<typeof FundMovementView> => {
  const [kind, source] = [Kind.parse(row.kind), SourceName.parse(row.source)];
  return {
    ...row,
    kind,
    kindLabel: movementKinds[kind].label,
    programmeLabel: labelOfProgramme(row.programme),
    source,
    sourceLabel: sources[source].label,
    fromName: placeName(row.fromDivision),
    toName: placeName(row.toDivision),
    amount: yuanFromFen(fen),
    state: EntryState.parse(row.state),
    createdAt: row.createdAt.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
  };
};

export const exampleMovement = movementView({
  id: '9a0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c12',
  kind: 'allocation',
  programme: 'dibao',
  year: 2026,
  source: 'central',
  fromDivision: '5305',
  toDivision: '530581',
  enteredBy: '530581',
  fen: 1_000_000_00n,
  documentNumber: '测试文件〔2026〕3号',
  onDate: '2026-03-02',
  note: null,
  reverses: null,
  state: 'proposed',
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: new Date('2026-03-02T02:00:00Z'),
  checkedAt: null,
});
