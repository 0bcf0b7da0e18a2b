import { z } from 'zod';

/** RFC 9457. `instance` and `requestId` name the request, so that a caller can tell the operator which one failed. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: '哪里不对、接下来怎么办' }),
    code: z.string().meta({ description: '稳定的错误代码' }),
    instance: z.string(),
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).exactOptional(),
    allowedActions: z.array(z.unknown()).exactOptional().meta({ description: '现在可以办理的事项' }),
  })
  .catchall(z.unknown())
  .meta({
    id: 'Problem',
    example: {
      type: 'urn:doudi:problem:invalidInput',
      title: '填写有误',
      status: 400,
      detail: '填写有误:请填写登录名',
      code: 'invalidInput',
      instance: 'urn:uuid:6f1c2f0e-8a52-4c39-9d0c-2b6f6f0f4a11',
      requestId: '6f1c2f0e-8a52-4c39-9d0c-2b6f6f0f4a11',
      fields: [{ path: 'login', message: '请填写登录名' }],
    },
  });

export type ProblemBody = z.output<typeof Problem>;
