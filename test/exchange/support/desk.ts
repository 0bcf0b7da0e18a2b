import { pino } from 'pino';
import { exchangeWaiting } from '../../../activities/exchange/queue';
import { createStore, type Store } from '../../../store/client';
import { createFileStore } from '../../../store/files';
import { startApi, type Api } from '../../api/support/api';
import type { Got } from '../../api/support/client';
import { testKeyRing } from '../../support/key-ring';

export type Row = Readonly<Record<string, unknown>>;
export const rowsOf = ({ body }: Got, name = 'items'): readonly Row[] => body[name] as readonly Row[];

/** A county's data desk with the worker that makes its packages. */
export const openExchange = async (startAt?: number) => {
  const api: Api = await startApi(startAt === undefined ? {} : { startAt });
  const worker: Store = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const files = createFileStore({ directory: api.directory, cipher: worker.cipher });
  const held = { token: await api.as('countyDataDesk', '530581') };
  const work = (): Promise<void> =>
    exchangeWaiting({
      store: worker,
      rulebook: api.rulebook,
      files,
      now: () => api.clock.now().getTime(),
      logger: pino({ level: 'silent' }),
    });
  const ask = (body: Row, as = held.token) => {
    api.clock.advance(1000);
    return api.call('createExchangePackage', { token: as, body: { county: '530581', mode: 'incremental', ...body } });
  };
  /** Asked for and made. */
  const make = async (body: Row): Promise<Row> => {
    const { status, body: asked } = await ask(body);
    expect(status).toBe(202);
    await work();
    const params = { packageId: String(asked['id']) };
    return (await api.call('readExchangePackage', { token: held.token, params })).body;
  };
  const items = async (packageId: unknown, query: Readonly<Record<string, string>> = {}) =>
    rowsOf(await api.call('listExchangeItems', { token: held.token, params: { packageId: String(packageId) }, query }));
  const download = (packageId: unknown, format: string, as = held.token) =>
    api.call('downloadExchangePackage', { token: as, params: { packageId: String(packageId) }, query: { format } });
  /** Read by the worker: what came of the file, in the place of the answer that it was taken. */
  const readOf = async (got: Got): Promise<Got> => {
    if (got.status !== 202) return got;
    await work();
    const id = String(got.body['id']);
    const { body: file } = await api.call('readExchangeFile', { token: held.token, params: { fileId: id } });
    if (file['state'] === 'failed') return { ...got, status: 422, body: { ...file, detail: file['problem'] } };
    if (file['what'] === 'snapshot')
      return api.call('readExchangeSnapshot', { token: held.token, params: { snapshotId: id } });
    const read = await api.call('readExchangeReceipt', { token: held.token, params: { receiptId: id }, query: {} });
    return { ...read, body: read.body['receipt'] as Row };
  };
  const send = (
    packageId: unknown,
    content: Buffer | string,
    query: Readonly<Record<string, string>> = {},
    key?: string,
  ) => {
    api.clock.advance(1000);
    return api.call('importExchangeReceipt', {
      token: held.token,
      params: { packageId: String(packageId) },
      query,
      headers: { 'Content-Type': 'text/csv' },
      body: Buffer.from(content),
      ...(key ? { key } : {}),
    });
  };
  const receive = async (...args: Parameters<typeof send>): Promise<Got> => readOf(await send(...args));
  const close = async (): Promise<void> => {
    await worker.close();
    await api.stop();
  };
  /** After days a session is over. */
  const logInAgain = async (): Promise<void> => {
    held.token = await api.as('countyDataDesk', '530581');
  };
  return {
    get token() {
      return held.token;
    },
    logInAgain,
    api,
    worker,
    files,
    work,
    ask,
    make,
    items,
    download,
    send,
    readOf,
    receive,
    close,
  };
};
export type Exchange = Awaited<ReturnType<typeof openExchange>>;

export const RECEIPT_HEAD = ['记录编号', '处理结果', '失败原因', '对方编号', '处理日期'];
export const receiptCsv = (...lines: readonly (readonly string[])[]): string =>
  [RECEIPT_HEAD, ...lines].map((line) => line.join(',')).join('\r\n');
