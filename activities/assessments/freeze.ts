import type { Prisma } from '../../generated/prisma/client';
import { assess } from '../../domain/assess';
import type { Assessment } from '../../domain/dibao/assessment';
import { sharesOf } from '../../domain/dibao/entitlement';
import type { AssessmentInput } from '../../domain/dibao/input';
import { assessmentToJson } from '../../domain/dibao/to-json';
import { roundTo } from '../../domain/rational';
import { assessmentInput } from '../../store/cases/facts';
import { uuidOf } from '../../store/uuid';
import type { StepContext } from '../steps/context';
import type { Frozen } from './thaw';

export interface Wish {
  /** A single person applies: only this member may benefit. */
  readonly beneficiaryId?: string;
  /** The class the office found, where the rule's default is not its finding. */
  readonly ruralClass?: string;
  /** Members who are out although the file still shows them. */
  readonly without?: readonly string[];
}

const shaped = (input: AssessmentInput, wish: Wish): AssessmentInput => ({
  ...input,
  members: input.members
    .filter(({ id }) => !wish.without?.includes(id))
    .map((member) => (member.id === wish.beneficiaryId ? { ...member, appliesAlone: true } : member)),
  ...(wish.ruralClass && { overrides: { class: wish.ruralClass } }),
});

const bytes = (text: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(text);

const frozenOf = (id: string, result: Assessment, factsHash: string): Frozen => ({
  id,
  eligibility: result.eligibility,
  reasons: result.reasons,
  monthlyFen: result.monthly,
  perCapitaFen: roundTo(result.perCapitaIncome, 'halfUp'),
  standardFen: roundTo(result.standard.monthly, 'halfUp'),
  shares: sharesOf(result).map(({ member, fen }) => ({ personId: member, fen })),
  recheck: result.recheck.category,
  factsHash,
});

interface Freezing {
  readonly id: string;
  readonly caseId: string;
  readonly at: number;
  readonly input: AssessmentInput;
  readonly result: Assessment;
  readonly factsHash: string;
}

/** Question and answer as they were, as a row, and what a decision needs of them. */
export const frozenRow = (
  cipher: StepContext['cipher'],
  { id, caseId, at, input, result, factsHash }: Freezing,
): { readonly frozen: Frozen; readonly data: Prisma.AssessmentCreateManyInput } => {
  const frozen = frozenOf(id, result, factsHash);
  const answer = {
    explained: assessmentToJson(result),
    frozen: {
      ...frozen,
      monthlyFen: `${frozen.monthlyFen}`,
      perCapitaFen: `${frozen.perCapitaFen}`,
      shares: frozen.shares.map(({ personId, fen }) => ({ personId, fen: `${fen}` })),
    },
  };
  const data = {
    id,
    caseId,
    onDate: input.date,
    eligibility: result.eligibility,
    monthlyFen: result.monthly,
    factsHash,
    inputEnc: bytes(cipher.sealJson('assessment', 'input_enc', id, input)),
    resultEnc: bytes(cipher.sealJson('assessment', 'result_enc', id, answer)),
    frozenAt: new Date(at),
  };
  return { frozen, data };
};

/** Who benefits and in which class stays as it was decided, unless the step says otherwise. */
const completed = ({ row, facts }: StepContext, wish: Wish): Wish => {
  const alone =
    row.decidedOn && row.beneficiaryScope === 'singlePerson'
      ? row.members.find(({ beneficiary }) => beneficiary)?.personId
      : undefined;
  return { ...(alone && { beneficiaryId: alone }), ...(facts.ruralClass && { ruralClass: facts.ruralClass }), ...wish };
};

/** Runs the rules on the present facts by the law of the step's day, and keeps question and answer as they were. */
export const freezeAssessment = async (context: StepContext, wish: Wish): Promise<Frozen> => {
  const { tx, cipher, row, rulebook, command, at, on } = context;
  const { input: facts, hash } = await assessmentInput(tx, cipher, row, on);
  const input = shaped(facts, completed(context, wish));
  const result = assess(input, rulebook.parameters);
  const { frozen, data } = frozenRow(cipher, {
    id: uuidOf(row.id, command.commandId, 'assessment'),
    caseId: row.id,
    at,
    input,
    result,
    factsHash: hash,
  });
  await tx.assessment.create({ data });
  return frozen;
};
