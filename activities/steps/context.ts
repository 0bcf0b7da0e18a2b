import type { Case, CaseMember, Prisma } from '../../generated/prisma/client';
import type { CivilDate } from '../../domain/civil-date';
import type { DeadlineKind, DeadlineVariant } from '../../domain/deadlines/kinds';
import type { EmergencyEvent } from '../../domain/emergency/event';
import type { Command } from '../../domain/lifecycle/command';
import type { CaseFacts, Summary } from '../../domain/lifecycle/facts';
import type { MatterKind } from '../../domain/lifecycle/matters';
import type { CaseState, Owner } from '../../domain/lifecycle/state';
import type { LetterText } from '../../domain/letters/letter';
import type { Parameters } from '../../domain/parameters/resolve';
import type { Calendar } from '../../domain/calendar';
import type { FieldCipher } from '../../store/crypto';

export type Tx = Prisma.TransactionClient;

/** Everything a step may look at. `at` and `on` come from the command: no effect reads a clock. */
export interface StepContext {
  readonly tx: Tx;
  readonly cipher: FieldCipher;
  readonly rulebook: { readonly parameters: Parameters; readonly calendar: Calendar };
  readonly state: CaseState;
  readonly command: Command;
  /** The case row, locked for this transaction. */
  readonly row: Case & { readonly members: readonly CaseMember[] };
  readonly facts: CaseFacts;
  /** The decrypted input of the command; `{}` where it took none. */
  readonly input: unknown;
  readonly at: number;
  readonly on: CivilDate;
  /** The emergency event in force at the place on the day. */
  readonly emergency?: EmergencyEvent;
}

/** A limit to start beyond what the table starts by itself. */
export interface LimitStart {
  readonly kind: DeadlineKind;
  readonly variant?: DeadlineVariant;
  readonly from?: CivilDate;
  readonly months?: number;
  /** Put off to this day by an emergency event, whose name is told. */
  readonly deferred?: { readonly to: CivilDate; readonly because: string };
  /** Of the matter that acts, also where the stage knows a limit of this kind. */
  readonly forMatter?: true;
}

export interface OpenedMatter {
  readonly id: string;
  readonly kind: MatterKind;
  readonly step?: string;
  readonly personId?: string;
  /** The office it lies with, where that is not the case's own. */
  readonly division?: string;
  readonly starts?: readonly LimitStart[];
}

/** What an effect decides; the step writes it, with what the table adds. */
export interface Outcome {
  /** One of the action's targets, where there are several. */
  readonly to?: string;
  readonly summary?: Summary;
  /** Added to the timeline's sentence. */
  readonly detail?: string;
  readonly starts?: readonly LimitStart[];
  readonly letter?: LetterText;
  readonly caseChanges?: Prisma.CaseUncheckedUpdateInput;
  readonly opens?: readonly OpenedMatter[];
  /** Other matters that end with this step. */
  readonly ends?: readonly Owner[];
  /** Of a matter's action: the stage the case goes to. */
  readonly stage?: string;
  readonly matterOutcome?: string;
  /** The present step goes to the county, because nobody eligible is left in the township. */
  readonly lifts?: true;
}

export type Effect = (context: StepContext) => Outcome | Promise<Outcome>;
