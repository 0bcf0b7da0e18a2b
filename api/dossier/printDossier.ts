import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { pathOf } from '../../domain/divisions';
import type { Block } from '../../domain/letters/typeset/blocks';
import { tableOf } from '../../domain/lifecycle/programmes';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { namesOf } from '../cases/views/timeline';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { pdfAnswer } from '../http/pdf';
import { townshipOf } from '../letters/paper';
import { operation } from '../operation';
import { applicationForm } from './application-form';
import { missingFrom, readContents, type Contents } from './contents';
import { grantSection } from './grants';
import { documentSections } from './pictures';
import {
  assessmentSections,
  cover,
  letterSections,
  memberSection,
  missingSection,
  section,
  timelineSection,
} from './sections';
import { signatureSection } from './signatures';
import { visitSections } from './visits';

const formSection = ({ application, row }: Contents): Block[] =>
  application
    ? [
        section('申请表'),
        ...applicationForm(application, {
          number: row.number,
          divisionPath: pathOf(row.division),
          submittedOn: civilDateAt(row.submittedAt.getTime()),
          whole: false,
        }),
      ]
    : [];

/** All but the pictures, whose bytes are read outside the transaction. */
const writtenParts = async (context: Context, tx: Tx, contents: Contents): Promise<Block[]> => {
  const { cipher } = context.store;
  const now = context.now();
  const { row } = contents;
  const stage = tableOf(row.programme)[row.stage]?.label ?? row.stage;
  return [
    ...cover(contents, pathOf(row.division), stage, townshipOf(row), now),
    { kind: 'contents' },
    ...missingSection(missingFrom(contents)),
    ...formSection(contents),
    ...memberSection(contents, cipher, now),
    ...timelineSection(contents, await namesOf(tx, contents.events)),
    ...(await visitSections(tx, contents)),
    ...assessmentSections(contents, cipher),
    ...(await grantSection(tx, row.id)),
    ...letterSections(contents),
    ...(await signatureSection(tx, cipher, contents)),
  ];
};

export const printDossier = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/dossier',
  permission: 'document.read',
  tag: '案件',
  summary: '打印一户一档',
  description:
    '一份 PDF:封面、目录、缺少的材料、申请表、成员、办理经过、入户调查表、核算说明、备用金救助、文书、签字登记、照片和扫描件。身份证号已遮挡;每次打印记入审计。',
  effect: 'read',
  params: caseParams,
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { caseId: exampleCaseId } },
  async handler(context, { params: { caseId } }) {
    const { contents, written } = await context.scope(async (tx) => {
      const read = await readContents(context, tx, await caseInScope(context, tx, caseId));
      return { contents: read, written: await writtenParts(context, tx, read) };
    });
    const { row } = contents;
    context.audit.case(caseId);
    context.audit.persons(row.members.map(({ personId }) => personId));
    context.audit.detail('documents', contents.documents.length);
    const bytes = await context.printer.print({
      title: `一户一档 ${row.number}`,
      subject: row.applicantName,
      author: townshipOf(row),
      createdAt: context.now().getTime(),
      blocks: [...written, ...(await documentSections(context.files, contents))],
    });
    return pdfAnswer(bytes, `一户一档-${row.number}`);
  },
});
