import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { civilDateAt, type CivilDate } from '../../../domain/civil-date';
import { seriousFindings } from '../support/axe';
import { logIn, openDesk } from '../support/desk';
import type { LivingSystem } from '../support/living-system';
import { takePicture } from '../support/picture';

/** As narrow as the phones that people have. */
export const phone = { viewport: { width: 375, height: 667 }, hasTouch: true } as const;

/** The household's way through the offices, one page after the other. */
export interface Walk {
  readonly system: LivingSystem;
  today(): CivilDate;
  /** Somebody at their desk, today; without a login anybody. Whoever sat there before has left. */
  sit(login: string | undefined, address: string, more?: BrowserContextOptions): Promise<Page>;
  /** What the page shows belongs to the story: it is sound, and a picture is taken. */
  tell(page: Page, picture: string): Promise<void>;
  /** The pictures so far. */
  readonly told: readonly string[];
}

const seen = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  const { width } = page.viewportSize()!;
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
};

export const createWalk = (browser: Browser, system: LivingSystem): Walk => {
  const told: string[] = [];
  let last: Page | undefined;
  return {
    system,
    told,
    today: () => civilDateAt(system.now()),
    sit: async (login, address, more) => {
      await last?.context().close();
      last = await openDesk(browser, system.url, more);
      await last.clock.setSystemTime(system.now());
      if (login !== undefined) await logIn(last, login);
      await last.goto(address);
      return last;
    },
    tell: async (page, picture) => {
      told.push(picture);
      await seen(page);
      await takePicture(page, `story-${picture}`);
    },
  };
};
