import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createCalendar, localOverlays, nationalCalendarYears } from '../calendar';
import { AppError } from '../errors';
import { sumOf } from '../explain';
import { yuanFromFen } from '../money';
import { parameters } from '../parameters';
import { decide, type Decision, type Question } from './decide';
import { withOverrides, type WrittenOverrides } from './overrides';

interface Example extends Omit<Question, 'area'> {
  readonly title: string;
  readonly area?: string;
  readonly overrides?: WrittenOverrides;
  readonly expect: Readonly<Record<string, unknown>>;
}

const folder = join(__dirname, 'examples');
const examples = readdirSync(folder)
  .sort()
  .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')) as Example[]);
const calendar = createCalendar(nationalCalendarYears, localOverlays);

const answers: Readonly<Record<string, (decision: Decision) => unknown>> = {
  starts: ({ starts }) => starts,
  triggered: ({ triggered }) => triggered,
  recipient: ({ recipient }) => recipient,
  by: ({ conditions }) => conditions.filter(({ met }) => met).map(({ index }) => index),
  amount: ({ amount }) => (amount === undefined ? null : yuanFromFen(amount)),
  unknown: ({ amountUnknown }) => amountUnknown !== undefined,
  due: ({ deadline }) => deadline?.due,
};

const run = ({ title: _title, expect: _expect, overrides, area = '530581', ...question }: Example): Decision =>
  decide({ ...question, area }, { parameters: withOverrides(parameters, overrides), calendar });

// @clause 三(二) each dated rule of price linkage on both sides of its thresholds and dates
describe('price linkage by example', () => {
  it('has an example once only', () => expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length));

  it.each(examples.filter((example) => example.expect['error']))('$title', (example) => {
    let thrown: unknown;
    try {
      run(example);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect((thrown as AppError).code).toBe(example.expect['error']);
  });

  it.each(examples.filter((example) => !example.expect['error']))('$title', (example) => {
    const decision = run(example);
    for (const [question, value] of Object.entries(example.expect)) {
      const answer = answers[question];
      if (!answer) throw new Error(`no such question: ${question}`);
      expect({ [question]: answer(decision) }).toEqual({ [question]: value });
    }
    expect(sumOf(decision.explanation, 'amount')).toBe(decision.amount ?? 0n);
    for (const { clause, parameter } of decision.conditions) expect([clause, parameter.from].every(Boolean)).toBe(true);
  });
});
