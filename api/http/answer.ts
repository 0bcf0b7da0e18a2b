/** An answer with more than a body: another status, headers such as a cookie, or bytes instead of JSON. */
export class Answer<Body> {
  constructor(
    readonly body: Body,
    readonly status: number | undefined,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

export const answer = <Body>(
  body: Body,
  { status, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Answer<Body> => new Answer(body, status, headers);
