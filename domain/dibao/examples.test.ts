import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AppError } from '../errors';
import { sumOf } from '../explain';
import { yuanFromFen } from '../money';
import { nationalParameters } from '../parameters/generated';
import { createParameters } from '../parameters/resolve';
import { roundTo } from '../rational';
import { createAnswerer, createAssessor } from './assess';
import type { Assessment } from './assessment';
import type { AssessmentInput } from './input';

/** What an example may expect; each key is one question put to the assessment. */
interface Expectation {
  readonly error?: string;
  readonly fields?: readonly string[];
  readonly [question: string]: unknown;
}
interface Example {
  readonly title: string;
  readonly why: string;
  readonly clause: string;
  readonly input: AssessmentInput;
  readonly expect: Expectation;
}

const folder = join(__dirname, 'examples');
const examples = readdirSync(folder)
  .sort()
  .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')) as Example[]);

const assessOne = createAssessor(createParameters(nationalParameters));
const answerOne = createAnswerer(createParameters(nationalParameters));

const byMember = (assessment: Assessment, read: (one: Assessment['beneficiaries'][number]) => unknown) =>
  Object.fromEntries(assessment.beneficiaries.map((one) => [one.member, read(one)]));
const membersWhere = (assessment: Assessment, counted: boolean): string[] =>
  assessment.members.filter((one) => one.counted === counted).map((one) => one.member);

type Answer = (assessment: Assessment) => unknown;
const containing = (expected: unknown): unknown =>
  expect.objectContaining(expected as Record<string, unknown>) as unknown;
const includingAll = (expected: unknown): unknown => expect.arrayContaining(expected as unknown[]) as unknown;

const answers: Readonly<Record<string, { readonly of: Answer; readonly as?: (expected: unknown) => unknown }>> = {
  eligibility: { of: (one) => one.eligibility },
  household: { of: (one) => one.household },
  basis: { of: (one) => one.basis.ground },
  persons: { of: (one) => one.persons },
  monthly: { of: (one) => yuanFromFen(one.monthly) },
  householdIncome: { of: (one) => yuanFromFen(roundTo(one.householdIncome, 'halfUp')) },
  perCapitaIncome: { of: (one) => yuanFromFen(roundTo(one.perCapitaIncome, 'halfUp')) },
  perPerson: { of: (one) => byMember(one, (share) => yuanFromFen(share.monthly)) },
  ground: { of: (one) => byMember(one, (share) => share.ground) },
  class: { of: (one) => byMember(one, (share) => share.class), as: containing },
  counted: { of: (one) => membersWhere(one, true), as: includingAll },
  notCounted: { of: (one) => membersWhere(one, false) },
  memberClause: { of: (one) => one.members[0]?.clause },
  failing: {
    of: (one) => [
      ...new Set(one.property.flatMap(({ items }) => items.filter(({ ok }) => !ok).map(({ item }) => item))),
    ],
  },
  recheckMonths: { of: (one) => one.recheck.months },
  entitledFrom: { of: (one) => one.entitledFrom },
  exit: {
    of: ({ gradualExit: exit }) => (exit?.granted ? { ...exit, months: exit.amounts.length } : exit),
    as: containing,
  },
  warns: {
    of: (one) => one.warnings.join(';'),
    as: (expected) => expect.stringContaining(String(expected)) as unknown,
  },
};

const errorOf = (input: AssessmentInput): AppError => {
  try {
    assessOne(input);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('expected an error');
};

describe('worked examples', () => {
  it('are at least sixty, each with a reason and a clause', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60);
    for (const { why, clause } of examples) expect([why, clause].every((text) => String(text).length > 1)).toBe(true);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });

  it.each(examples.filter((example) => example.expect.error))('$title', ({ input, expect: expected }) => {
    const error = errorOf(input);
    expect(error.code).toBe(expected.error);
    if (expected.fields) expect(error.details.fields?.map(({ path }) => path)).toEqual(expected.fields);
  });

  it.each(examples.filter((example) => !example.expect.error))('$title', ({ input, expect: expected }) => {
    const assessment = assessOne(input);
    for (const [question, value] of Object.entries(expected)) {
      const answer = answers[question];
      if (!answer) throw new Error(`no such question: ${question}`);
      expect({ [question]: answer.of(assessment) }).toEqual({ [question]: answer.as?.(value) ?? value });
    }
    expect(sumOf(assessment.terms, 'amount')).toBe(assessment.monthly);
    expect(sumOf(assessment.terms, 'income')).toBe(roundTo(assessment.householdIncome, 'halfUp'));
    expect(assessment.beneficiaries.reduce((sum, one) => sum + one.monthly, 0n)).toBe(assessment.monthly);
    const { eligibility, monthly, beneficiaries } = assessment;
    expect(answerOne(input)).toMatchObject({ eligibility, monthly, beneficiaries });
  });
});
