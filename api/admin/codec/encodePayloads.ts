import { AppError } from '../../../domain/errors';
import { operation } from '../../operation';
import { DecodedPayloads, Payloads, UiQuery } from './payloads';

export const encodePayloads = operation({
  method: 'post',
  path: '/api/v1/admin/codec/encode',
  permission: 'workflow.payloads',
  tag: '流程管理',
  summary: '加密内容(一律拒绝)',
  description: 'Temporal 远程编解码协议的 encode。本系统的流程只由本系统驱动,不接受从管理页面送入的内容,所以一律拒绝。',
  effect: 'none',
  query: UiQuery,
  input: Payloads,
  output: DecodedPayloads,
  example: { input: { payloads: [] } },
  handler() {
    throw new AppError('codecReadsOnly', '只能查看,不能从 Temporal 管理页面向流程送入内容;请在本系统中办理');
  },
});
