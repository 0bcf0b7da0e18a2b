import { nationalCalendarYears } from '../../domain/calendar';
import type { Store } from '../../store/client';
import { newId } from '../../store/uuid';

const YEARS = 12;

/** Invented years of plain weeks beyond the published ones, so that a test may live through them. */
export const addCalendarYears = async ({ prisma }: Store, makerId: string, checkerId: string): Promise<void> => {
  const last = Math.max(...nationalCalendarYears.map(({ year }) => year));
  const at = new Date();
  await prisma.calendarEntry.createMany({
    data: Array.from({ length: YEARS }, (_, index) => ({
      id: newId(),
      division: '',
      year: last + 1 + index,
      content: { title: '仅供测试', off: [], worked: [] },
      source: '测试',
      state: 'approved',
      makerId,
      checkerId,
      createdAt: at,
      checkedAt: at,
    })),
  });
};
