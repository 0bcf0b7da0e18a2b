import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { engine } from '../domain/lifecycle/engine';

const ID = 'daily';

/** One schedule for the whole system; created once, whoever starts first. */
export const ensureDailySchedule = async (client: Client): Promise<void> => {
  try {
    await client.schedule.create({
      scheduleId: ID,
      spec: { calendars: [{ hour: 0, minute: 10 }], timezone: 'Asia/Shanghai' },
      action: { type: 'startWorkflow', workflowType: 'dailyWorkflow', taskQueue: engine.taskQueue },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day', pauseOnFailure: false },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
};
