import { CLERK, openCounter } from './support/counter';
import { field } from './support/form';
import { fillPlace, newDraft, saved } from './support/intake';

const { desk } = openCounter();

/** @clause 一(四) nothing typed at the counter is lost: no network, a reload, an ended session */
describe('what is typed at intake', () => {
  test('without network nothing typed is lost, also through a reload, and it is saved by itself when the network is back', async () => {
    const page = await desk();
    await newDraft(page);
    await fillPlace(page);
    await saved(page);
    await page.route('**/api/v1/drafts/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await field(page, '住址').fill('断网时填的路2号');
    await page.getByText(/没有保存:/).waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    expect(await field(page, '住址').inputValue()).toBe('断网时填的路2号');
    await page.getByText(/没有保存:/).waitFor();
    await page.unroute('**/api/v1/drafts/**');
    await saved(page);
    await page.reload();
    expect(await field(page, '住址').inputValue()).toBe('断网时填的路2号');
  });

  test('a session that ended asks for the password over the form, which is kept and then saved by itself', async () => {
    const page = await desk();
    await newDraft(page);
    await page.context().clearCookies();
    await field(page, '住址').fill('会话中断路3号');
    const dialog = page.getByRole('dialog', { name: /登录已失效/ });
    await dialog.getByLabel('登录名').fill(CLERK);
    await dialog.getByLabel('密码', { exact: true }).fill('Doudi-demo-2022');
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await saved(page);
    expect(await field(page, '住址').inputValue()).toBe('会话中断路3号');
    await page.reload();
    expect(await field(page, '住址').inputValue()).toBe('会话中断路3号');
  });
});
