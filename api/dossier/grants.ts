import { sayDate } from '../../domain/civil-date';
import type { Block } from '../../domain/letters/typeset/blocks';
import { sayYuan } from '../../domain/money';
import { grantForms, type GrantForm } from '../../domain/reserve-fund/grants';
import { grantsOfCase } from '../../store/reserve-fund/of-case';
import type { Tx } from '../deps';
import { section } from './sections';

/** What the township gave the household directly; no section where it gave nothing. */
export const grantSection = async (tx: Tx, caseId: string): Promise<Block[]> => {
  const grants = await grantsOfCase(tx, caseId);
  if (grants.length === 0) return [];
  return [
    section('备用金救助'),
    {
      kind: 'table',
      columns: [
        { title: '日期', share: 4 },
        { title: '受助人', share: 3 },
        { title: '方式', share: 4 },
        { title: '金额', share: 3, align: 'right' },
        { title: '事由', share: 6 },
      ],
      rows: grants.map(({ givenOn, personName, form, goods, fen, reason }) => [
        sayDate(givenOn),
        personName,
        [grantForms[form as GrantForm], goods].filter(Boolean).join(':'),
        sayYuan(fen),
        reason,
      ]),
    },
  ];
};
