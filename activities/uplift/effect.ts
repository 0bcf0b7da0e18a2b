import { sayMonth, type CivilMonth } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { sayYuan } from '../../domain/money';
import { freezeAssessment } from '../assessments/freeze';
import { decide } from '../decisions';
import { decisionLetter } from '../effects/heads';
import { replaceEntitlement } from '../entitlements';
import type { Effect } from '../steps/context';

interface Raise {
  readonly fromMonth: CivilMonth;
  readonly oldFen: bigint;
  /** As reckoned; the step reckons anew by its own way and must come to the same. */
  readonly newFen: bigint;
  readonly ruralClass?: string;
}

// @clause 三(二) a new standard reaches every household from its month on, by decision and letter
/** More money by a new standard: a decision, the entitlement from the month on, a letter. @throws AppError upliftDiffers */
export const raise =
  ({ fromMonth, oldFen, newFen, ruralClass }: Raise): Effect =>
  async (context) => {
    const frozen = await freezeAssessment(context, ruralClass ? { ruralClass } : {});
    if (frozen.monthlyFen !== newFen)
      throw new AppError(
        'upliftDiffers',
        `重新核算为${sayYuan(frozen.monthlyFen)},与提标核算的${sayYuan(newFen)}不一致,请由经办人复核`,
      );
    const decisionId = await decide(context, {
      kind: 'increase',
      reasons: `提高保障标准,自${sayMonth(fromMonth)}起由每月${sayYuan(oldFen)}调整为${sayYuan(newFen)}`,
      assessmentId: frozen.id,
    });
    const { monthlyFen, shares } = frozen;
    await replaceEntitlement(context, { fromMonth, monthlyFen, shares, decisionId, kind: 'benefit' });
    return {
      summary: { decisionId, assessmentId: frozen.id, outcome: 'increase' },
      detail: `自${sayMonth(fromMonth)}起每月${sayYuan(monthlyFen)}`,
      caseChanges: { monthlyFen },
      letter: decisionLetter(
        context,
        'increase',
        `保障标准提高,您家自${sayMonth(fromMonth)}起的保障金由每月${sayYuan(oldFen)}调整为每月${sayYuan(monthlyFen)}。您无需办理任何手续。家庭人口、收入、财产发生变化的,请及时告知乡镇(街道)。`,
      ),
    };
  };
