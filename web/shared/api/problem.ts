/** One field that the server refused. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Another case that stands in the way; with its id where the person may open it. */
export interface OtherCase {
  readonly number: string;
  readonly division: string;
  readonly caseId: string | undefined;
}

interface ProblemInit {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  readonly allowed?: readonly string[] | undefined;
  readonly cases?: readonly OtherCase[] | undefined;
}

/** What went wrong, as the server said it (RFC 9457) or as the browser saw it (`offline`). */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** Sentences of what is possible now, on a conflict. */
  readonly allowed: readonly string[];
  /** The open cases, on a duplicate application. */
  readonly cases: readonly OtherCase[];

  constructor({ status, code, detail, requestId, fields, allowed, cases }: ProblemInit) {
    super(detail);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.fields = fields ?? [];
    this.allowed = allowed ?? [];
    this.cases = cases ?? [];
  }
}

export const offline = (): ProblemError =>
  new ProblemError({ status: 0, code: 'offline', detail: '连不上系统,请检查网络后重试;您填写的内容仍在页面上' });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const fieldsOf = (value: unknown): FieldProblem[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map(({ path, message }) => ({ path: textOf(path) ?? '', message: textOf(message) ?? '' }))
    : [];

const allowedOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value
        .flatMap((one: unknown) => (typeof one === 'string' ? [one] : isRecord(one) ? [textOf(one['says']) ?? ''] : []))
        .filter(Boolean)
    : [];

const casesOf = (value: unknown): OtherCase[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map(({ number, division, caseId }) => ({
        number: textOf(number) ?? '',
        division: textOf(division) ?? '',
        caseId: textOf(caseId),
      }))
    : [];

/** Reads an answer that is no success; whatever it is, the person gets a sentence. */
export const problemOf = (status: number, body: unknown, requestId: string | undefined): ProblemError => {
  const given = isRecord(body) ? body : {};
  return new ProblemError({
    status,
    code: textOf(given['code']) ?? `http${status}`,
    detail: textOf(given['detail']) ?? `系统没有正常回答(${status}),请稍后重试`,
    requestId: textOf(given['requestId']) ?? requestId,
    fields: fieldsOf(given['fields']),
    allowed: allowedOf(given['allowedActions']),
    cases: casesOf(given['cases']),
  });
};

/** Anything thrown as a problem that can be shown. */
export const asProblem = (thrown: unknown): ProblemError =>
  thrown instanceof ProblemError
    ? thrown
    : new ProblemError({ status: 0, code: 'desk', detail: '页面出错,请刷新后重试;填写的内容会保留' });
