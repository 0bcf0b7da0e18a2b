import { enterDrafts } from './drafts';
import { tellFunds } from './funds';
import { tellPayments } from './payments';
import { enterRules } from './rules';
import { enrolStaff } from './staff/enrol';
import { stories } from './stories';
import type { SeedDeps } from './telling/deps';
import { tell, type ToldStory } from './telling/tell';
import { together } from './together';

const AT_ONCE = 6;

/** The whole demo: accounts, rules, stories, drafts. Run again, or after a kill in the middle, it adds only what is missing. */
export const seed = async (deps: SeedDeps): Promise<readonly ToldStory[]> => {
  const { say, days } = deps;
  say(`账号:新增${await enrolStaff(deps)}个`);
  await enterRules(deps);
  const all = stories(days);
  let count = 0;
  const told = await together(all, AT_ONCE, async (story) => {
    const result = await tell(deps, story);
    count += 1;
    say(`故事 ${count}/${all.length} ${story.title}${result.short ? `(未能讲完:${result.short})` : ''}`);
    return result;
  });
  say(`草稿:新增${await enterDrafts(deps)}份`);
  const { cards, runs } = await tellPayments(deps);
  say(`发放:新增账户${cards}个,批次${runs}个`);
  say(`资金:新增流水${await tellFunds(deps)}笔`);
  return told;
};
