import type { CivilDate } from '../../../domain/civil-date';
import type { Area, Asset, Expense, Income, SupportObligor } from '../../../domain/dibao/input';
import type { LetterKind } from '../../../domain/letters/letter';
import type { MatterKind } from '../../../domain/lifecycle/matters';
import type { FactContent, FactKind } from '../../../store/cases/facts';
import type { Relative } from '../people';
import type { Post } from '../staff/posts';

/** What the household says when it applies; `member` of a sum names a `ref`. */
export interface Application {
  readonly address: string;
  readonly phone: string;
  readonly members: readonly Relative[];
  readonly incomes?: readonly Income[];
  readonly expenses?: readonly Expense[];
  readonly support?: readonly SupportObligor[];
  readonly assets?: readonly Asset[];
  /** Near relatives among the staff or cadres, by the post in the case's own offices. */
  readonly relatives?: readonly {
    readonly member: string;
    readonly post: Post;
    readonly relation: string;
    readonly title: string;
  }[];
  /** The only one who applies. */
  readonly beneficiary?: string;
}

/** What an input may ask for: ids exist only once the story runs. */
export interface Scene {
  readonly on: CivilDate;
  person(ref: string): string;
  adults(): readonly string[];
  staff(post: Post): string;
  photo(): Promise<string>;
  letter(kind: LetterKind): Promise<string>;
}

interface Dated {
  readonly on: CivilDate;
}

/** One thing that somebody did. `matter`: the open matter that it belongs to; `opens`: the new one. */
export interface Deed extends Dated {
  readonly action: string;
  readonly by: Post;
  readonly matter?: MatterKind;
  readonly opens?: MatterKind;
  readonly input?: (scene: Scene) => object | Promise<object>;
}

/** A fact found in between, instead of what was known of the person under this kind. */
export interface Finding<Kind extends FactKind = FactKind> extends Dated {
  readonly fact: Kind;
  readonly person: string;
  readonly content: FactContent[Kind];
}

/** Time passes: what falls due until then happens by itself. */
export interface Pause extends Dated {
  readonly wait: true;
}

export type Step = Deed | Finding | Pause;

export interface Story {
  readonly key: string;
  readonly title: string;
  readonly division: string;
  readonly area: Area;
  readonly submittedOn: CivilDate;
  readonly application: Application;
  readonly steps: readonly Step[];
  /** What happens once the county has paid its first month; the steps before leave the case on the clock of the story. */
  readonly later?: readonly Step[];
  /** Stage in which the seed leaves the case. */
  readonly ends: string;
  /** Matters left open, by kind. */
  readonly open?: readonly MatterKind[];
}
