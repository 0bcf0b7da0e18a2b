import type { z } from 'zod';
import type { Context } from './context';
import type { Limits } from './deps';
import type { Answer } from './http/answer';
import type { Permission } from './permissions';

/**
 * What an operation does, and so what surrounds it:
 * - `none`: computes only; no transaction, no audit row, no key.
 * - `read`: each `scope` is its own transaction; an audit row when it noted something: unmasked personal data, an export.
 * - `change`: one transaction around handler, stored answer and audit row; needs an Idempotency-Key when a POST.
 * - `command`: speaks to the engine; the key gives a `commandId` that stays the same when the work is taken up again.
 * - `session`: log-in and the like; changes rows in its own transactions, audited, without a key.
 */
export type Effect = 'none' | 'read' | 'change' | 'command' | 'session';

/** How the body arrives: JSON read whole, or bytes handed over as a stream (uploads). */
export type BodyKind = 'json' | 'bytes';

/** A request after validation. */
export interface Parsed<Params, Query, Input> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Input;
  /** With `BodyKind` bytes: what was sent. */
  readonly bytes?: Buffer;
}

interface Common {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI style: /api/v1/cases/{caseId} */
  readonly path: `/${string}`;
  readonly permission: Permission;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly effect: Effect;
  /** Status of the plain answer; 200 unless said. */
  readonly status?: 200 | 201 | 202;
  readonly accepts?: BodyKind;
  /** Media type of an answer that is not JSON; then the handler's body is a Buffer. */
  readonly answers?: string;
  /** A limit of its own beside the general one (http/limits.ts). */
  readonly limit?: Exclude<keyof Limits, 'general'>;
}

type Value<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Entered<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

export interface Spec<Params, Query, Input, Output extends z.ZodType> extends Common {
  readonly params?: Params;
  readonly query?: Query;
  readonly input?: Input;
  readonly output: Output;
  readonly example: {
    readonly params?: Entered<Params>;
    readonly query?: Entered<Query>;
    readonly input?: Entered<Input>;
    readonly output?: z.input<Output>;
  };
  /** The division that the request addresses, where it names one: checked against the actor's before the handler. */
  division?(request: Parsed<Value<Params>, Value<Query>, Value<Input>>): string | undefined;
  handler(
    context: Context,
    request: Parsed<Value<Params>, Value<Query>, Value<Input>>,
  ): Promise<z.input<Output> | Answer<z.input<Output> | Buffer>>;
}

/** An operation with its types erased, as the router, the document and the tests see it. */
export interface Operation extends Common {
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly input?: z.ZodType | undefined;
  readonly output: z.ZodType;
  readonly example: {
    readonly params?: unknown;
    readonly query?: unknown;
    readonly input?: unknown;
    readonly output?: unknown;
  };
  division?(request: Parsed<unknown, unknown, unknown>): string | undefined;
  handler(context: Context, request: Parsed<unknown, unknown, unknown>): Promise<unknown>;
}

/** One operation, one file: what comes in, who may, what happens, what goes out. Its name is its key in operations.ts. */
export const operation = <
  Output extends z.ZodType,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Input extends z.ZodType | undefined = undefined,
>(
  spec: Spec<Params, Query, Input, Output>,
): Spec<Params, Query, Input, Output> => spec;
