import type { Browser, Locator, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { logIn, openBrowser, openDesk } from './support/desk';
import { field, photo, startStep } from './support/form';
import { takePicture } from './support/picture';
import { listenForErrors } from './support/script-errors';

const CLERK = 'tengyue.clerk1';
const PHONE = { width: 390, height: 844 };

let system: RunningSystem;
let browser: Browser;
let phone: Page;
let errors: readonly string[];
let caseId = '';

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh']), openBrowser()]);
  phone = await openDesk(browser, system.url, { viewport: PHONE });
  errors = listenForErrors(phone);
  await logIn(phone, CLERK);
  caseId = system.caseOf('fresh').split('/').at(-1) ?? '';
  await towardsVisit();
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** Called in the page, with its session. */
const call = <Answer>(path: string, body?: object): Promise<Answer> =>
  phone.evaluate(
    async ({ path: address, body: sent }) => {
      const answer = await fetch(`/api/v1/cases/${address}`, {
        method: sent ? 'POST' : 'GET',
        ...(sent
          ? {
              body: JSON.stringify(sent),
              headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
            }
          : {}),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as Answer;
    },
    { path, body },
  );

interface CaseNow {
  readonly stage: { readonly version: number };
  readonly members: readonly { readonly personId: string }[];
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const towardsVisit = async (): Promise<void> => {
  const { members } = await call<CaseNow>(caseId);
  const signatures = members.map(({ personId }) => ({ personId, manner: 'signature' }));
  const steps: readonly (readonly [string, object])[] = [
    ['accept', {}],
    ['recordAuthorisation', { signatures, signedOn: today() }],
    ['startInvestigation', { investigators: [{ name: '某驻村干部' }, { name: '某村干部' }] }],
  ];
  for (const [action, input] of steps) {
    const { stage } = await call<CaseNow>(caseId);
    await call(`${caseId}/actions/${action}`, { expectedVersion: stage.version, input });
  }
};

const tidy = async (): Promise<void> => {
  expect([phone.url(), await seriousFindings(phone)]).toEqual([phone.url(), []]);
  expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
};

const next = (): Promise<void> => phone.getByRole('button', { name: '下一步' }).click();
const answer = (label: string | RegExp, choice: string): Promise<void> =>
  phone.getByRole('group', { name: label }).getByRole('button', { name: choice, exact: true }).click();

/** What is left on the phone beside who is logged in. */
const rowsOnPhone = `new Promise((done, failed) => {
  const open = indexedDB.open('doudi-visits');
  open.onerror = () => failed(open.error);
  open.onsuccess = () => {
    const all = open.result.transaction('rows').objectStore('rows').getAll();
    all.onsuccess = () => done(all.result.filter(({ kind }) => kind !== 'session').length);
  };
})`;

/** Two strokes: a name is more than one. */
const sign = async (pad: Locator): Promise<void> => {
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.locator('canvas').boundingBox())!;
  for (const y of [0.3, 0.6]) {
    await phone.mouse.move(box.x + box.width * 0.2, box.y + box.height * y);
    await phone.mouse.down();
    await phone.mouse.move(box.x + box.width * 0.6, box.y + box.height * (y + 0.2), { steps: 6 });
    await phone.mouse.up();
  }
};
const pad = (label: string | RegExp): Locator =>
  phone.getByRole('group', { name: label }).filter({ has: phone.locator('canvas') });

/** @clause 一(四) a home visit (第十五条) on a phone without network, the sum at the table, sent once */
describe('a visit on a phone', () => {
  test('is listed, downloaded, and opens without network', async () => {
    await phone.goto('/');
    await phone.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '入户' }).click();
    const row = phone.getByRole('listitem').filter({ hasText: '寸丽仙' });
    await phone.getByText('✓ 没有网络也能打开本页').waitFor();
    await row.getByRole('button', { name: '下载到手机' }).click();
    await row.getByText(/已下载,保存到/).waitFor();
    await tidy();
    await takePicture(phone, 'visits');
    await phone.context().setOffline(true);
    await phone.reload();
    await phone.getByText(/没有网络。下面是已经下载到手机的家庭/).waitFor();
    await tidy();
    await phone.getByRole('link', { name: '去入户:寸丽仙' }).click();
    await phone.getByRole('heading', { name: '第1步(共7步) 到达' }).waitFor();
    await phone.getByText('天成社区文星巷18号').waitFor();
  });

  test('is filled in step by step, and nothing is lost by a reload', async () => {
    await field(phone, '或填写姓名').fill('某驻村干部');
    await tidy();
    await next();
    await phone.locator('input[type=file]').first().setInputFiles(photo);
    await phone.getByText('已拍1张').waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: '第2步(共7步) 拍照' }).waitFor();
    await phone.getByText('已拍1张').waitFor();
    await phone.getByRole('img', { name: '照片1' }).waitFor();
    await tidy();
    await next();
    await answer(/工资性收入/, '变了');
    const editor = phone.getByRole('group', { name: '一笔收入' });
    await field(editor, '金额(元)').fill('500');
    await editor.getByRole('button', { name: '保存' }).click();
    await phone.getByText('现在:工资性收入 每月500元').waitFor();
    await takePicture(phone, 'visit-facts');
    await tidy();
    await next();
    await answer('劳动力就业情况与申报一致', '否');
    await phone.getByRole('textbox', { name: '写明情况:劳动力就业情况与申报一致' }).fill('近两个月没有活干');
    await phone.getByRole('button', { name: '全部选“是”' }).click();
    await tidy();
    await next();
  });

  test('reckons at the table by the office’s rules; a line is disputed in the household’s words and signed', async () => {
    const line = '寸丽仙的打零工:一个月算500.00元';
    await phone.getByText(line, { exact: true }).waitFor();
    await answer(line, '有异议');
    await phone.getByRole('textbox', { name: `住户怎么说(原话):${line}` }).fill('这两个月一分钱也没有');
    await phone.getByRole('button', { name: '其余全部认可' }).click();
    await phone.getByText('住户对1项有异议').waitFor();
    await takePicture(phone, 'visit-sum');
    await sign(pad('住户对算账结果签字'));
    await tidy();
    await next();
  });

  test('says what is missing before anybody leaves, then waits for the network', async () => {
    await next();
    await phone.getByText('离开前还缺:').waitFor();
    expect(await phone.getByRole('button', { name: '完成,等待上传' }).isDisabled()).toBe(true);
    await phone.getByRole('button', { name: '家庭成员签字' }).click();
    await field(phone, '调查情况').fill('住房、人口与申报一致,近两个月无工资收入');
    await sign(pad(/^本人签字/));
    await sign(pad('同去人员签字:某驻村干部'));
    await sign(pad('家庭成员签字'));
    await takePicture(phone, 'visit-signatures');
    await tidy();
    await next();
    await phone.getByText('都齐了,可以离开。').waitFor();
    await tidy();
    await phone.getByRole('button', { name: '完成,等待上传' }).click();
    await phone.getByText('已填写完成,等待上传').waitFor();
    await phone.getByText('1条待上传').waitFor();
    await takePicture(phone, 'visit-waiting');
    await tidy();
    expect(errors.filter((message) => !message.includes('net::ERR'))).toEqual([]);
  });

  test('a session that ended meanwhile asks for the password; what the office refuses stays as it was filled in', async () => {
    const problem = { status: 409, code: 'actionNotAllowed', detail: '案件刚才转到了“初审”环节' };
    await phone.route(
      '**/actions/recordVisit',
      (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem }),
      { times: 1 },
    );
    const cookies = await phone.context().cookies();
    await phone.context().clearCookies();
    expect(cookies.length).toBeGreaterThan(0);
    await phone.context().setOffline(false);
    const dialog = phone.getByRole('dialog', { name: /登录已失效/ });
    await dialog.waitFor();
    await phone.getByText('1条待上传').waitFor();
    await dialog.getByLabel('登录名').fill(CLERK);
    await dialog.getByLabel('密码', { exact: true }).fill('Doudi-demo-2022');
    await dialog.getByRole('button', { name: '登录' }).click();
    await phone.getByText('没有上传成功:案件有了变化').waitFor();
    await phone.getByText(problem.detail).waitFor();
    await tidy();
  });

  test('corrected and finished again, the strip turns into ✓ by itself and the phone is empty', async () => {
    await phone.getByRole('button', { name: '改正后重新上传' }).click();
    await phone.getByRole('navigation', { name: '入户步骤' }).getByRole('button', { name: '7 完成' }).click();
    await phone.getByText('都齐了,可以离开。').waitFor();
    await phone.getByRole('button', { name: '完成,等待上传' }).click();
    await phone.getByText('✓ 1条已上传').waitFor();
    await phone.getByText('✓ 已上传', { exact: true }).waitFor();
    const kept = await phone.evaluate<number>(rowsOnPhone);
    expect(kept).toBe(0);
  });

  test('the case shows it with photos, signatures and the dispute, and the fact as found', async () => {
    await phone.getByRole('link', { name: '查看案件' }).click();
    await phone.getByText('近两个月没有活干').waitFor();
    await phone.getByText('“这两个月一分钱也没有”').or(phone.getByText('这两个月一分钱也没有')).first().waitFor();
    for (const name of ['入户照片1', '住户对算账的签名', '某驻村干部的签名']) {
      const image = phone.getByRole('img', { name });
      await image.scrollIntoViewIfNeeded();
      await phone.waitForFunction('(one) => one.naturalWidth > 0', await image.elementHandle());
    }
    await tidy();
    await takePicture(phone, 'visit-on-case');
    const { facts } = await call<{ facts: { kind: string; content: { amount?: string } }[] }>(`${caseId}/facts`);
    expect(facts.filter(({ kind }) => kind === 'income').map(({ content }) => content.amount)).toEqual(['500']);
  });

  test('the proposal cannot be sent before the dispute is answered', async () => {
    const dataDesk = await openDesk(browser, system.url);
    await logIn(dataDesk, 'tengchong.datadesk');
    await phone.setViewportSize({ width: 1366, height: 768 });
    const { stage } = await call<CaseNow>(caseId);
    await call(`${caseId}/actions/requestDataCheck`, {
      expectedVersion: stage.version,
      input: { sources: ['bank'] },
    });
    await dataDesk.goto(system.caseOf('fresh'));
    await dataDesk.getByRole('button', { name: '发起信息核对' }).click();
    await dataDesk.getByRole('region', { name: '发起信息核对' }).getByRole('button', { name: '发起信息核对' }).click();
    const result = await startStep(dataDesk, '记录核对结果');
    await result.getByRole('radio', { name: /^(与申报)?一致$/ }).check();
    await field(result, '核对情况|情况').fill('一致');
    await result.getByRole('button', { name: '记录核对结果' }).click();
    await dataDesk.getByText('已完成:记录核对结果').waitFor();
    await phone.goto(system.caseOf('fresh'));
    const proposal = await startStep(phone, '提出初审建议');
    await proposal.getByText('住户对1项有异议').waitFor();
    await proposal.getByRole('radio', { name: '整户纳入' }).check();
    await field(proposal, '理由').fill('家庭人均收入低于低保标准');
    await proposal.getByRole('button', { name: '提出初审建议' }).click();
    await proposal.getByText('请写明对这项异议的答复').first().waitFor();
    await field(proposal, '答复:.*').fill('已向用工方核实,按实际收入核算');
    await proposal.getByRole('button', { name: '提出初审建议' }).click();
    await phone.getByText('已完成:提出初审建议').waitFor();
    await dataDesk.context().close();
  });
});
