import { z } from 'zod';
import { composeDisclosure } from '../../domain/disclosure/paper';
import { pdfAnswer } from '../http/pdf';
import { operation } from '../operation';
import { exampleDisclosure } from './example';
import { disclosureParams } from './find';
import { readSheet } from './sheet';

export const printDisclosure = operation({
  method: 'get',
  path: '/api/v1/disclosures/{disclosureId}/pdf',
  permission: 'disclosure.read',
  tag: '发放公开',
  summary: '打印发放公开表',
  effect: 'read',
  params: disclosureParams,
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { disclosureId: exampleDisclosure.id } },
  async handler(context, { params: { disclosureId } }) {
    const sheet = await readSheet(context, disclosureId);
    return pdfAnswer(await context.printer.print(composeDisclosure(sheet)), `${sheet.title}-${sheet.month}`);
  },
});
