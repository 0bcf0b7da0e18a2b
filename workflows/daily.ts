import { proxyActivities } from '@temporalio/workflow';
import { civilDateAt } from '../domain/civil-date';

interface DailyActivities {
  dailyTick(date: string): Promise<void>;
}

const { dailyTick } = proxyActivities<DailyActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '5s', maximumInterval: '5 minutes' },
});

/** Started every morning by one schedule; all it does is asked of the database, so a missed day loses nothing. */
export async function dailyWorkflow(): Promise<void> {
  await dailyTick(civilDateAt(Date.now()));
}
