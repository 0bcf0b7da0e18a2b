import { operation } from '../../operation';
import { DecodedPayloads, Payloads, UiQuery, fromJson, toJson, unreadable } from './payloads';

export const decodePayloads = operation({
  method: 'post',
  path: '/api/v1/admin/codec/decode',
  permission: 'workflow.payloads',
  tag: '流程管理',
  summary: '解开 Temporal 中加密的内容',
  description:
    'Temporal 远程编解码协议(remote codec)的 decode:供 Temporal 管理页面显示流程的输入和结果,须以管理员登录本系统。每次都记入审计。内容只有编号和时刻,没有个人信息。',
  effect: 'session',
  query: UiQuery,
  input: Payloads,
  output: DecodedPayloads,
  example: {
    input: { payloads: [{ metadata: { encoding: 'YmluYXJ5L2VuY3J5cHRlZA==', keyId: 'MQ==' }, data: 'AAAA' }] },
    output: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'eyJzdGFnZSI6InN1Ym1pdHRlZCJ9' }] },
  },
  async handler({ payloadCodec, audit }, { body: { payloads } }) {
    audit.detail('payloads', payloads.length);
    try {
      return { payloads: (await payloadCodec.decode(payloads.map(fromJson))).map(toJson) };
    } catch {
      throw unreadable();
    }
  },
});
