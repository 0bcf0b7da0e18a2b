import { z } from 'zod';
import { AppError } from '../../domain/errors';
import type { CaseEvent } from '../../generated/prisma/client';
import { applicationInputId } from '../../store/cases/submission/case-row';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { choice, integerText } from '../fields';
import { describedSchema, formSchema } from '../lifecycle/form-schema';
import { operation } from '../operation';
import { caseInScope, type CaseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { Application } from './application/schema';
import { maskInput } from './events/mask-input';
import { namesIn } from './events/names';
import { sayInput } from './events/say-input';
import { actionInputs } from './inputs';
import { caseParams } from './params';
import { EventView, eventView, exampleEvent, namesOf } from './views/timeline';

const SaidLine = z.object({
  label: z.string(),
  value: z.string().exactOptional().meta({ description: '没有值的是小标题' }),
  depth: z.int(),
  documentId: z.uuid().exactOptional(),
});

/** The schema by which an input of a kind is read; an application is kept under a kind of its own. */
const schemaOf = (kind: string): Readonly<Record<string, unknown>> | undefined => {
  if (kind === 'application') return describedSchema(Application, 'Application');
  return Object.hasOwn(actionInputs, kind) ? formSchema(kind as keyof typeof actionInputs) : undefined;
};

/** What was entered with a step: as it is kept and as a person reads it, numbers of members masked. */
const enteredWith = async ({ store }: Context, tx: Tx, row: CaseInScope, event: CaseEvent) => {
  const inputId = event.inputId ?? (event.action === 'submit' ? applicationInputId(row.id) : undefined);
  const stored = inputId ? await tx.caseInput.findUnique({ where: { id: inputId } }) : null;
  if (!stored) return undefined;
  const input = maskInput(
    stored.kind,
    store.cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc),
  );
  const asked = stored.kind === 'application' ? (input as { readonly application: unknown }).application : input;
  const schema = schemaOf(stored.kind);
  const content = schema ? sayInput(schema, asked, await namesIn(tx, row, asked)) : [];
  return { input, content: [...content] };
};

export const readTimelineEvent = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/timeline/{sequence}',
  permission: 'case.read',
  tag: '案件',
  summary: '查看办理经过的一步',
  description: '加 ?with=input 时附上当时填写的内容(成员的身份证号、电话掩码)和可读的逐项说明,查看记入审计。',
  effect: 'read',
  params: caseParams.extend({ sequence: integerText('序号', { min: 1, max: 1_000_000 }) }),
  query: z.strictObject({ with: choice('附加内容', ['input']).exactOptional() }),
  output: EventView.extend({
    input: z.unknown().exactOptional(),
    content: z.array(SaidLine).exactOptional(),
  }).meta({ id: 'CaseEventDetail' }),
  example: {
    params: { caseId: exampleCaseId, sequence: '2' },
    query: { with: 'input' },
    output: {
      ...exampleEvent,
      input: { opinion: '材料齐全' },
      content: [{ label: '意见', value: '材料齐全', depth: 0 }],
    },
  },
  handler: (context, { params: { caseId, sequence }, query }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      const event = await tx.caseEvent.findUnique({ where: { caseId_sequence: { caseId, sequence } } });
      if (!event) throw new AppError('notFound', `本案没有第${sequence}步`);
      const view = eventView(event, await namesOf(tx, [event]));
      if (query.with !== 'input') return view;
      const entered = await enteredWith(context, tx, row, event);
      if (!entered) return view;
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      return { ...view, ...entered };
    }),
});
