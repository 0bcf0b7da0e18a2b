import type { Browser } from 'playwright-core';
import { story } from '../../tools/walkthrough/story';
import { openBrowser } from './support/desk';
import { startLivingSystem, type LivingSystem } from './support/living-system';
import { apply, checkData, visit } from './walkthrough/application';
import { change, close, confirm, deliverConfirmation, deliverStop, recheck, seePayment } from './walkthrough/benefit';
import { appraise, object, propose, publicise } from './walkthrough/notice';
import { createWalk, type Walk } from './walkthrough/walk';

let system: LivingSystem;
let browser: Browser;
let walk: Walk;
let address = '';

beforeAll(async () => {
  [system, browser] = await Promise.all([startLivingSystem(), openBrowser()]);
  walk = createWalk(browser, system);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

type Part = readonly [name: string, days: number, work: (walk: Walk, address: string) => Promise<void>];

/** What happens, and how many days after what came before. */
const parts: readonly Part[] = [
  ['is visited', 2, visit],
  ['is checked', 1, checkData],
  ['is proposed and approved', 2, propose],
  ['stands on the board of its village', 1, publicise],
  ['is objected to by a neighbour on a phone', 2, object],
  ['is appraised by the village and posted again', 4, appraise],
  ['is confirmed by the county once the notice is over', 9, confirm],
  ['receives the letter', 2, deliverConfirmation],
  ['receives its first payments', 110, seePayment],
  ['is due for its re-check', 45, recheck],
  ['has changed, and leaves gently', 3, change],
  ['is told when the gradual exit is over', 215, deliverStop],
  ['is closed when nothing can be asked any more', 200, close],
];

/** @clause 一(四) one household from application to closing, through every office, in the time that the law gives */
describe('one household', () => {
  test('applies', async () => {
    address = await apply(walk);
  });
  let before = 'applies';
  test.each(parts)('%s', async (name, days, work) => {
    expect(before).not.toBe('stopped');
    [before, name] = ['stopped', name];
    await system.passDays(days);
    await work(walk, address);
    before = name;
  });
  test('has every picture of its story', () => {
    expect(walk.told).toEqual(story.flatMap(({ steps }) => steps.map(({ picture }) => picture)));
  });
});
