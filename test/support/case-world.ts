import { createHash } from 'node:crypto';
import type { Worker, WorkerOptions, WorkflowBundle } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import { actionInputs } from '../../api/cases/inputs';
import { Application, type ApplicationInput } from '../../api/cases/application/schema';
import { createActivities } from '../../activities/create-activities';
import { versionOf, type Command } from '../../domain/lifecycle/command';
import { engine, type StepAnswer } from '../../domain/lifecycle/engine';
import { matters, type MatterKind } from '../../domain/lifecycle/matters';
import { actionOf } from '../../domain/lifecycle/programmes';
import type { Role } from '../../domain/lifecycle/roles';
import { initialState, type CaseState, type Owner } from '../../domain/lifecycle/state';
import { stateOf } from '../../store/cases/load';
import { submitCase } from '../../store/cases/submit';
import { createStore, type Store } from '../../store/client';
import { startCaseWorkflow } from '../../store/engine/start-case';
import { createRulebook } from '../../store/rulebook';
import { newId, uuidOf } from '../../store/uuid';
import { addCalendarYears } from './calendar-years';
import { freshDatabase, type TestDatabase } from './database';
import { testKeyRing } from './key-ring';
import { testFiles } from './test-files';

export const TOWNSHIP = '530581001';
const COUNTY = '530581';
const offices: Partial<Record<Role, string>> = {
  villageAssistant: TOWNSHIP,
  townshipClerk: TOWNSHIP,
  townshipApprover: TOWNSHIP,
  countyDataDesk: COUNTY,
  countyReviewer: COUNTY,
  countyApprover: COUNTY,
  hotlineOperator: COUNTY,
  administrator: COUNTY,
  system: TOWNSHIP,
};

/** The account of a role (and of a second person in it, by number). */
export const staffId = (role: Role, number = 1): string => uuidOf('test', 'staff', role, number);

const addStaff = async (store: Store): Promise<void> => {
  for (const role of Object.keys(offices) as Role[])
    for (const number of [1, 2]) {
      const id = staffId(role, number);
      await store.prisma.staff.create({
        data: {
          id,
          login: `${role}${number}`,
          name: `某${number}`,
          passwordHash: '-',
          appointments: { create: { id: newId(), role, division: offices[role]!, validFrom: '2020-01-01' } },
        },
      });
    }
};

export interface Doing {
  readonly by: Role;
  readonly number?: number;
  readonly owner?: Owner;
  readonly input?: object;
  readonly at?: number;
  readonly commandId?: string;
  readonly expectedVersion?: number;
  /** The office, where it is not that of the role in the tests' township. */
  readonly division?: string;
}

export interface TestCase {
  readonly id: string;
  readonly personIds: readonly string[];
  state(): Promise<CaseState>;
  command(action: string, doing: Doing): Promise<Command>;
  send(command: Command): Promise<StepAnswer>;
  act(action: string, doing: Doing): Promise<StepAnswer>;
  open(kind: MatterKind, doing: Doing): Promise<Owner>;
  wake(at: number): Promise<CaseState>;
  document(): Promise<string>;
  letter(kind: string): Promise<string>;
}

export interface CaseWorld {
  readonly store: Store;
  readonly client: Client;
  readonly database: TestDatabase;
  readonly taskQueue: string;
  worker(more?: Partial<WorkerOptions>): Promise<Worker>;
  submit(
    application: ApplicationInput,
    options?: { at?: number; clock?: 'engine' | 'manual'; caseId?: string },
  ): Promise<TestCase>;
  caseOf(id: string, personIds?: readonly string[]): TestCase;
  close(): Promise<void>;
}

interface Engine {
  readonly client: Client;
  now(): Promise<number>;
  createWorker(
    bundle: WorkflowBundle,
    taskQueue: string,
    activities: object,
    more?: Partial<WorkerOptions>,
  ): Promise<Worker>;
}

const commandOf = async (
  store: Store,
  caseId: string,
  state: CaseState,
  action: string,
  doing: Doing,
  matter?: Command['matter'],
): Promise<Command> => {
  const owner = doing.owner ?? 'stage';
  const kind = matter ? matters[matter.kind as MatterKind].needs : (actionOf(state, owner, action)?.needs ?? 'none');
  const content = actionInputs[kind].parse(doing.input ?? {});
  const commandId = doing.commandId ?? newId();
  const inputId = uuidOf(commandId, 'input');
  const id = doing.by === 'system' ? null : staffId(doing.by, doing.number);
  await store.prisma.caseInput.upsert({
    where: { id: inputId },
    create: {
      id: inputId,
      caseId,
      kind,
      contentEnc: store.cipher.sealJson('case_input', 'content_enc', inputId, content),
      hash: '-',
      createdBy: id,
    },
    update: {},
  });
  const expectedVersion = doing.expectedVersion ?? versionOf(state, owner);
  return {
    commandId,
    action,
    owner,
    actor: { id, role: doing.by, division: doing.division ?? offices[doing.by] ?? TOWNSHIP },
    inputHash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    inputId,
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(matter && { matter }),
    ...(doing.at !== undefined && { at: doing.at }),
  };
};

/** A database, an engine and the product's own activities: cases as in production, with the HTTP layer left out. */
export const createCaseWorld = async (
  { client, now, createWorker }: Engine,
  bundle: WorkflowBundle,
  { calendarYears = true, queue }: { readonly calendarYears?: boolean; readonly queue?: string } = {},
): Promise<CaseWorld> => {
  const database = await freshDatabase();
  const store = createStore({ url: database.workerUrl, keyRing: testKeyRing() });
  await addStaff(store);
  if (calendarYears) await addCalendarYears(store, staffId('administrator', 1), staffId('administrator', 2));
  const taskQueue = queue ?? `cases-${newId()}`;
  const caseOf = (id: string, personIds: readonly string[] = []): TestCase => {
    const handle = client.workflow.getHandle(engine.workflowId(id));
    const state = async (): Promise<CaseState> => stateOf(await store.prisma.case.findUniqueOrThrow({ where: { id } }));
    const send = (command: Command): Promise<StepAnswer> =>
      handle.executeUpdate<StepAnswer, [Command]>(engine.updates.act, { args: [command], updateId: command.commandId });
    return {
      id,
      personIds,
      state,
      command: async (action, doing) => commandOf(store, id, await state(), action, doing),
      send,
      act: async (action, doing) => send(await commandOf(store, id, await state(), action, doing)),
      open: async (kind, doing) => {
        const matter = { id: newId(), kind };
        await send(await commandOf(store, id, await state(), 'openMatter', doing, matter));
        return matter.id;
      },
      wake: (at) => handle.executeUpdate<CaseState, [{ at: number }]>(engine.updates.wake, { args: [{ at }] }),
      document: async () => {
        const documentId = newId();
        await store.prisma.document.create({
          data: {
            id: documentId,
            caseId: id,
            kind: 'photo',
            name: '照片.png',
            mime: 'image/png',
            size: 1,
            sha256: '-',
            storageKey: documentId,
            uploadedAt: new Date(),
          },
        });
        return documentId;
      },
      letter: async (kind) =>
        (await store.prisma.letter.findFirstOrThrow({ where: { caseId: id, kind }, orderBy: { sequence: 'desc' } })).id,
    };
  };
  return {
    store,
    client,
    database,
    taskQueue,
    caseOf,
    worker: (more) =>
      createWorker(
        bundle,
        taskQueue,
        createActivities({ store, rulebook: createRulebook(), files: testFiles(store) }),
        more,
      ),
    submit: async (application, { at, clock = 'engine', caseId = newId() } = {}) => {
      const submittedAt = new Date(at ?? (await now()));
      const filed = await store.prisma.$transaction((tx) =>
        submitCase(tx, store.cipher, {
          caseId,
          application: Application.parse(application),
          submittedAt,
          submittedBy: null,
          origin: clock === 'manual' ? 'seed' : 'application',
          clock,
        }),
      );
      const row = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
      await startCaseWorkflow(client, initialState(caseId, row.programme, row.division, clock), taskQueue);
      await client.workflow.getHandle(engine.workflowId(caseId)).executeUpdate(engine.updates.settled);
      return caseOf(caseId, filed.personIds);
    },
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
};
