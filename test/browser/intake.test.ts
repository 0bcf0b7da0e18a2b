import { createPeople, idNumberOf } from '../support/people';
import { seriousFindings } from './support/axe';
import { openCounter } from './support/counter';
import { field, photo, startStep } from './support/form';
import { fillApplicant, fillPlace, focusIn, newDraft, noRelatives, saved, sign, step, submit } from './support/intake';
import { takePicture } from './support/picture';

const FORWARD = '转交有管辖权的乡镇';

const { desk } = openCounter();

/** One person and the case in which the first test files it. */
const filed = createPeople(20_261_125).next({ birthDate: '1975-05-15', sex: 'male' });
let caseAddress = '';

/** @clause 一(四) an application at the counter: who is known, what is missing, papers and signatures into the case */
describe('intake', () => {
  test('papers, photo and drawn signatures come with the application to the case; a reload in between loses nothing', async () => {
    const page = await desk();
    const address = await newDraft(page);
    await fillPlace(page);
    await fillApplicant(page, filed.name, filed.idNumber);
    await page.getByText('1975年5月15日出生,男').waitFor();
    await saved(page);
    await page.reload();
    expect(await field(page, '姓名').inputValue()).toBe(filed.name);
    await noRelatives(page);

    await step(page, '材料与签字').click();
    const owed = page.getByRole('region', { name: '还缺的材料(一次告知申请人)' });
    await owed.getByText(`核对授权书(${filed.name})`).waitFor();
    await page.locator('input[capture]').first().setInputFiles(photo);
    await page.getByRole('link', { name: /查看身份证、户口簿/ }).waitFor();
    await sign(page, `${filed.name}的诚信承诺`);
    await sign(page, `${filed.name}的核对授权`);
    await page.getByText('申请所需材料已齐全。').waitFor();
    await takePicture(page, 'intake-papers');
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.getByText('已上传的材料(3)').waitFor();

    await page.getByRole('complementary', { name: '家庭' }).getByText('每月保障金额').waitFor();
    const printed = page.context().waitForEvent('page');
    await page.getByRole('button', { name: '打印申请表(供签字)' }).click();
    await (await printed).close();
    const form = await page.request.get(`/api/v1/drafts/${address.split('/').pop()}/print`);
    expect([form.status(), form.headers()['content-type']]).toEqual([200, 'application/pdf']);

    await submit(page);
    await page.getByRole('heading', { name: `${filed.name}家(1人)` }).waitFor();
    caseAddress = new URL(page.url()).pathname;
    await page.goto(`${caseAddress}?tab=documents`);
    const papers = page.getByRole('table', { name: '材料' });
    for (const kind of ['身份证、户口簿', '诚信承诺书', '核对授权书'])
      await papers.getByText(kind, { exact: true }).waitFor();
  });

  test('what was signed at the counter is filled in when the clerk records the authorisation', async () => {
    const page = await desk();
    await page.goto(caseAddress);
    await startStep(page, '受理申请');
    await page.getByRole('region', { name: '受理申请' }).getByRole('button', { name: '受理申请' }).click();
    await page.getByText('已完成:受理申请').waitFor();
    const form = await startStep(page, '登记核对授权');
    await form.getByText('已带入受理时签署的1份核对授权').waitFor();
    expect(await field(form, '签署日期').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await form.getByRole('button', { name: '登记核对授权', exact: true }).click();
    await page.getByText('已完成:登记核对授权').waitFor();
  });

  test('a person in an open case is told while typing, and the second application is stopped with a link to it', async () => {
    const page = await desk();
    await newDraft(page);
    await fillPlace(page);
    await fillApplicant(page, '别名某', filed.idNumber);
    await page.getByText(`与档案姓名“${filed.name}”不一致`).waitFor();
    await page.getByText('另有办理中的低保案件:').waitFor();
    await takePicture(page, 'intake-duplicate');
    await noRelatives(page);
    await submit(page);
    await page
      .getByRole('alert')
      .getByText(/已在未办结的同类案件.*不能重复申请/)
      .waitFor();
    await focusIn(page, 'members-0-idNumber');
    await page.locator(`a[href="${caseAddress}"]`).click();
    await page.getByRole('heading', { name: `${filed.name}家(1人)` }).waitFor();
  });

  test('another office learns number and place, and gets no link', async () => {
    const page = await desk('wanshui.clerk1');
    await newDraft(page);
    await fillApplicant(page, filed.name, filed.idNumber);
    await page.getByText(/在其他地区有未办结的低保案件530581-/).waitFor();
    await page.getByText('腾越街道').waitFor();
    expect(await page.locator('a[href^="/cases/"]').count()).toBe(0);
  });

  test('wrong input in each part is told in Chinese above the form and at its field, which gets the focus', async () => {
    const page = await desk();
    await newDraft(page);
    await step(page, '承诺与提交').click();
    await page.getByRole('button', { name: '提交申请' }).click();
    await focusIn(page, 'area');
    const summary = page.locator('.summary');
    for (const sentence of ['请选择城市或农村', '请填写住址', '请回答有没有近亲属须备案', '申请人还没有承诺'])
      await summary.getByText(new RegExp(sentence)).waitFor();
    await fillPlace(page);
    await page.getByRole('radio', { name: '委托他人申请' }).check();
    await summary.getByRole('button', { name: '请填写受托人姓名' }).click();
    await focusIn(page, 'delegation-name');
    await step(page, '材料与签字').click();
    await page.getByText(/委托书:请上传申请人签字的委托书/).waitFor();

    const good = idNumberOf('1980-01-01', 7);
    const wrong = good.slice(0, -1) + (good.endsWith('1') ? '2' : '1');
    await fillApplicant(page, '甲示例', wrong);
    await page
      .getByText(/校验位/)
      .first()
      .waitFor();
    await field(page, '身份证号').fill(good);
    await page.getByText('1980年1月1日出生').waitFor();
    await step(page, '收入').click();
    await page.getByRole('button', { name: '增加一笔收入' }).click();
    await field(page, '金额(元)').fill('十二');
    await page.getByText('金额(元)应为不小于零的数字,最多两位小数').first().waitFor();
    await summary.getByRole('button', { name: /金额/ }).click();
    await focusIn(page, 'incomes-0-amount');

    await step(page, '材料与签字').click();
    const text = { name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf at all') };
    await page.getByLabel('选择文件').setInputFiles(text);
    await page.getByText(/说明.pdf没有上传:只能上传/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('the village assistant does it on a phone: nothing is wider than the screen, fingers find their targets', async () => {
    const page = await desk('tengyue.assistant');
    await page.setViewportSize({ width: 390, height: 844 });
    await newDraft(page);
    for (const part of ['申请信息', '家庭成员', '近亲属备案', '材料与签字', '承诺与提交']) {
      await step(page, part).click();
      await page.getByRole('heading', { name: part }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
    await fillApplicant(page, '甲示例', idNumberOf('1982-03-04', 9));
    await step(page, '材料与签字').click();
    const camera = page.getByRole('button', { name: '拍照', exact: true });
    expect((await camera.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await sign(page, '甲示例的核对授权');
    await takePicture(page, 'intake-phone');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('an application of another prefecture is forwarded there: the picker opens at home and goes over province, county, township', async () => {
    const page = await desk();
    const other = createPeople(7).next({ birthDate: '1970-02-03', sex: 'female' });
    await newDraft(page);
    await fillPlace(page);
    await fillApplicant(page, other.name, other.idNumber);
    await noRelatives(page);
    await submit(page);
    await page.getByRole('heading', { name: `${other.name}家(1人)` }).waitFor();
    const address = new URL(page.url()).pathname;
    const form = await startStep(page, FORWARD);
    const pick = async (level: string, name: string): Promise<void> => {
      const box = form.getByRole('combobox', { name: new RegExp(`:${level}$`) });
      await box.click();
      await box.fill(name);
      await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click();
    };
    await form.getByText('腾冲市').waitFor();
    await pick('州市', '昆明市');
    await pick('县市区', '五华区');
    await pick('乡镇街道', '华山街道');
    await takePicture(page, 'forward-elsewhere');
    await field(form, '理由').fill('户籍在五华区');
    await form.getByRole('button', { name: FORWARD, exact: true }).click();
    await page.getByText(`已完成:${FORWARD}`).waitFor();
    const there = await desk('huashan.clerk1');
    await there.goto(address);
    await there.getByRole('heading', { name: `${other.name}家(1人)` }).waitFor();
  });
});
