import { z } from 'zod';
import { actorOf } from '../context';
import { text } from '../fields';
import { answer } from '../http/answer';
import { operation } from '../operation';

export const readEvents = operation({
  method: 'get',
  path: '/api/v1/events',
  permission: 'live.read',
  tag: '系统',
  summary: '接收变化通知(Server-Sent Events)',
  description:
    'change 的 data 是 {"topic":"case"|"import","id"},只有编号,只含辖区内的;收到后按编号重新读取。resync 表示可能有遗漏,请全部重新读取。断开后带上 Last-Event-ID(或 after)重连。退出登录或切换任职时连接结束。',
  effect: 'read',
  answers: 'text/event-stream',
  query: z.strictObject({ after: text('最后收到的事件编号', { max: 40 }).exactOptional() }),
  output: z.unknown(),
  example: { query: {} },
  handler(context, { query: { after } }) {
    const stream = context.live.follow(actorOf(context), context.lastEventId ?? after);
    return Promise.resolve(
      answer<unknown>(stream, {
        headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
      }),
    );
  },
});
