import { createAnswerer, createAssessor } from '../domain/dibao/assess';
import type { AssessmentInput } from '../domain/dibao/input';
import { assessmentToJson } from '../domain/dibao/to-json';
import { nationalParameters } from '../domain/parameters/generated';
import { createParameters } from '../domain/parameters/resolve';
import { makeHouseholds } from './eligibility/households';
import { plainRule } from './eligibility/plain-rule';
import { readOptions } from './lib/options';
import { bench, insist, progress, type Report } from './lib/report';
import { spreadOf } from './lib/statistics';
import { figure } from './lib/table';

const AIM_MS = 5000;
const SEED = 20_220_515;

interface Sum {
  readonly monthly: bigint;
  readonly entitled: number;
}
type Answer = (input: AssessmentInput) => { readonly monthly: bigint | number; readonly eligibility: string };

const nobody = new Set(['marginalHousehold', 'notEligible']);

/** Goes through the households again and again until `count` answers are given. */
const run = (households: readonly AssessmentInput[], count: number, answer: Answer): Sum & { readonly ms: number } => {
  const started = performance.now();
  let entitled = 0;
  let fen = 0;
  for (let index = 0; index < count; index += 1) {
    const { monthly, eligibility } = answer(households[index % households.length]!);
    if (!nobody.has(eligibility)) entitled += 1;
    fen += Number(monthly);
  }
  return { ms: performance.now() - started, entitled, monthly: BigInt(fen) };
};

/** Explained, unexplained and plain: three answers to each household, and all the same. */
const compareAll = (
  households: readonly AssessmentInput[],
  assess: Answer,
  unexplained: Answer,
): Map<string, number> => {
  const kinds = new Map<string, number>();
  households.forEach((household, index) => {
    const [ours, lean, plain] = [assess(household), unexplained(household), plainRule(household)];
    insist(
      ours.eligibility === lean.eligibility && ours.monthly === lean.monthly,
      `household ${index}: explained ${ours.eligibility} ${ours.monthly}, unexplained ${lean.eligibility} ${lean.monthly}`,
    );
    const same = ours.eligibility === plain.eligibility && Number(ours.monthly) === plain.monthly;
    insist(
      same,
      `household ${index}: rules ${ours.eligibility} ${ours.monthly}, plain ${plain.eligibility} ${plain.monthly}\n${JSON.stringify(household)}`,
    );
    kinds.set(plain.eligibility, (kinds.get(plain.eligibility) ?? 0) + 1);
  });
  return kinds;
};

const measure = async (): Promise<Report> => {
  const { households: count, answers, rounds } = readOptions({ households: 50_000, answers: 1_000_000, rounds: 5 });
  const households = makeHouseholds(count, SEED);
  const parameters = createParameters(nationalParameters);
  const assess = createAssessor(parameters);
  const unexplained = createAnswerer(parameters);
  progress(`comparing the answers of ${count} households …`);
  const kinds = compareAll(households, assess, unexplained);
  insist(kinds.size === 4, `the households must show all four answers, not ${[...kinds.keys()].join(', ')}`);

  const explained: number[] = [];
  const worded: number[] = [];
  const plain: number[] = [];
  const explain: Answer = (input) => {
    const result = assess(input);
    insist(result.terms.length > 4 && result.reasons.length > 0, 'an answer came without its explanation');
    return result;
  };
  const word: Answer = (input) => {
    const result = assess(input);
    insist(JSON.stringify(assessmentToJson(result)).length > 1000, 'an answer came without its explanation');
    return result;
  };
  for (let round = 1; round <= rounds; round += 1) {
    const [ours, wire, floor] = [
      run(households, count, explain),
      run(households, count, word),
      run(households, count, plainRule),
    ];
    for (const other of [wire, floor])
      insist(ours.monthly === other.monthly && ours.entitled === other.entitled, 'the sums of one round differ');
    explained.push(ours.ms);
    worded.push(wire.ms);
    plain.push(floor.ms);
    progress(
      `round ${round}: explained ${figure(ours.ms)} ms, as JSON ${figure(wire.ms)} ms, plain ${figure(floor.ms)} ms`,
    );
  }
  progress(`${answers} answers …`);
  const ours = run(households, answers, unexplained);
  const floor = run(households, answers, plainRule);
  insist(ours.monthly === floor.monthly && ours.entitled === floor.entitled, 'the sums of the many answers differ');

  const row = (label: string, times: readonly number[], base: number, each: number): string[] => {
    const { median, least, most } = spreadOf(times);
    const rate = (each / median) * 1000;
    return [
      label,
      String(each),
      figure(median),
      `${figure(least)}–${figure(most)}`,
      figure(rate),
      figure(median / base),
    ];
  };
  const base = spreadOf(plain).median;
  const explainedMs = spreadOf(explained).median;
  return {
    work: `${count} invented households of 腾冲市 assessed for 2022-05-15, every answer equal to a hand-written plain rule (${[...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ')}).`,
    head: ['', 'answers', 'ms (median)', 'least–most', 'per second', '× plain'],
    rows: [
      row('with full explanation', explained, base, count),
      row('… and written as JSON', worded, base, count),
      row('plain TypeScript', plain, base, count),
      row('yes/no + amount', [ours.ms], floor.ms, answers),
      row('plain TypeScript', [floor.ms], floor.ms, answers),
    ],
    aims: [
      {
        aim: `${count} explained in at most 5 s`,
        measured: `${figure(explainedMs / 1000)} s`,
        met: explainedMs <= AIM_MS,
      },
      {
        aim: `${answers} yes/no + amount in at most 5 s`,
        measured: `${figure(ours.ms / 1000)} s`,
        met: ours.ms <= AIM_MS,
      },
    ],
    notes: [
      'one core; yes/no + amount is the same rules with nowhere to write an explanation',
      'OpenFisca is left out',
    ],
    data: {
      seed: SEED,
      households: count,
      answers,
      rounds,
      kinds: Object.fromEntries(kinds),
      explained,
      worded,
      plain,
      many: { ours: ours.ms, plain: floor.ms },
    },
  };
};

void bench('eligibility', () => measure());
