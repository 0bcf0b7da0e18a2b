import type { Page } from 'playwright-core';
import { addMonthsToMonth, civilDateAt, firstDayOf, monthOf } from '../../../domain/civil-date';
import { createDays } from '../../../prisma/seed/days';
import { paidMonths, PAYING_COUNTY } from '../../../prisma/seed/payments/county';
import { uuidOf } from '../../../store/uuid';
import type { RunningSystem } from '../../support/running-system';
import type { PageRow } from './page-row';

const caseOf = (system: RunningSystem, key: string): string => system.caseOf(key).replace('/cases/', '');
const api = (path: string): RegExp => new RegExp(`/api/v1/${path}(\\?|$)`);

const clerk = 'tengyue.clerk1';
const administrator = 'yn.admin1';
const dataDesk = 'tengchong.datadesk';
const village = '530581001002';
/** Of the county where a household has declared a near relative, and of the township that has one to visit. */
const reviewer = 'wuhua.reviewer1';
const visitor = 'tianba.clerk1';
const account = uuidOf('seed', 'staff', clerk);
/** Of the demo's paying county, for the month in which it runs. */
const presentRun = (): string =>
  uuidOf('payment-run', PAYING_COUNTY, 'dibao', paidMonths(createDays(Date.now())).at(-1) ?? '', 'monthly', 1);

/** Addresses that are known only once the system runs. */
export interface Opened {
  readonly draft: string;
  readonly uplift: string;
  readonly visit: string;
  readonly package: string;
}

const firstOfNextMonth = (): string => firstDayOf(addMonthsToMonth(monthOf(civilDateAt(Date.now())), 1));

/** A draft of the clerk's, and the visit that waits for a colleague. */
export const openThem = async (at: (login: string) => Promise<Page>): Promise<Opened> => {
  const intake = await at(clerk);
  await intake.goto('/intake');
  await intake.getByRole('button', { name: '新建低保申请' }).click();
  await intake.waitForURL(/\/intake\/[0-9a-f-]{36}/);
  const visits = await at(visitor);
  await visits.goto('/visits');
  const visit = await visits
    .getByRole('link', { name: /晏发贵/ })
    .first()
    .getAttribute('href');
  const county = await at('tengchong.reviewer1');
  await county.goto('/uplift');
  await county.getByLabel('生效日期').fill(firstOfNextMonth());
  await county.getByRole('button', { name: '开始试算' }).click();
  const uplift = await county.getByRole('link', { name: /^查看腾冲市/ }).getAttribute('href');
  return {
    uplift: uplift ?? '',
    draft: new URL(intake.url()).pathname,
    visit: visit ?? '',
    package: await openPackage(await at(dataDesk)),
  };
};

/** A package of the county's standards, made by its data desk. */
const openPackage = async (page: Page): Promise<string> => {
  await page.goto('/exchange');
  await page.getByLabel('内容', { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: '保障标准' }).click();
  await page.getByRole('button', { name: '生成', exact: true }).click();
  return (await page.getByRole('link', { name: '530581-STD-0001' }).getAttribute('href')) ?? '';
};

/** Stories of the demo that the pages show. */
export const told = ['fresh', 'publicised', 'toPost', 'leaving', 'relative', 'recheckSoon'] as const;

/** Every page of the desk and of the public, with what brings it into each of its states. */
export const pageTable = (system: RunningSystem, opened: Opened): readonly PageRow[] => [
  {
    route: '',
    address: '/',
    who: clerk,
    asks: api('queue'),
    full: '寸丽仙',
    empty: '现在没有待办事项',
    primary: { role: 'link', name: '寸丽仙' },
  },
  {
    route: 'cases',
    address: '/cases',
    who: clerk,
    stranger: administrator,
    asks: api('cases'),
    full: /寸丽仙家/,
    empty: '没有符合条件的案件',
    primary: { role: 'link', name: /家\(\d人\)/ },
  },
  {
    route: 'cases/:caseId',
    address: system.caseOf('fresh'),
    who: clerk,
    stranger: administrator,
    asks: api(`cases/${caseOf(system, 'fresh')}`),
    full: '现在可以做',
    primary: { role: 'button', name: '受理申请' },
  },
  {
    route: 'cases/:caseId',
    address: `${system.caseOf('fresh')}?tab=documents`,
    who: clerk,
    asks: api(`cases/${caseOf(system, 'fresh')}/documents`),
    full: '上传材料',
    empty: '还没有材料',
    primary: { role: 'button', name: '上传材料' },
  },
  {
    route: 'intake',
    address: '/intake',
    who: clerk,
    stranger: administrator,
    asks: api('drafts'),
    full: '继续',
    empty: '没有未提交的申请',
    primary: { role: 'button', name: '新建低保申请' },
  },
  {
    route: 'intake/:draftId',
    address: opened.draft,
    who: clerk,
    stranger: administrator,
    asks: api(`drafts/${opened.draft.replace('/intake/', '')}`),
    full: '填写步骤',
    primary: { role: 'button', name: /家庭成员/ },
  },
  {
    route: 'notices',
    address: '/notices',
    who: clerk,
    stranger: administrator,
    asks: api('notices'),
    full: '尚春兰',
    empty: '现在没有办理中的公示',
    primary: { role: 'link', name: /^打印公示单/ },
  },
  {
    route: 'notices/board/:division',
    address: `/notices/board/${village}`,
    who: clerk,
    stranger: administrator,
    asks: api('notices/board'),
    full: '最低生活保障拟确认对象公示',
    empty: '这个村(社区)当天没有要张榜的家庭',
    primary: { role: 'button', name: '打印本页' },
  },
  {
    route: 'notices/evidence',
    address: '/notices/evidence',
    who: clerk,
    stranger: administrator,
    asks: api('notices/evidence'),
    full: '张榜地点',
    empty: '还没有张榜记录',
    primary: { role: 'link', name: /张榜照片/ },
  },
  {
    route: 'notices/recipients',
    address: '/notices/recipients',
    who: clerk,
    full: '请选择村(社区),查看并打印在保家庭名单。',
    primary: { role: 'combobox', name: '选择村(社区)' },
  },
  {
    route: 'notices/recipients/:division',
    address: `/notices/recipients/${village}`,
    who: clerk,
    stranger: administrator,
    asks: api('notices/recipients'),
    full: '最低生活保障对象长期公示',
    empty: '这个村(社区)现在没有在保家庭',
    primary: { role: 'button', name: '打印本页' },
  },
  {
    route: 'admin/workflows',
    address: '/admin/workflows',
    who: administrator,
    stranger: clerk,
    asks: api('admin/workflows'),
    full: '530581-',
    empty: '没有符合条件的流程',
    primary: { role: 'link', name: /530581-/ },
  },
  {
    route: 'admin/workflows/:caseId',
    address: `/admin/workflows/${caseOf(system, 'fresh')}`,
    who: administrator,
    stranger: clerk,
    asks: api(`admin/workflows/${caseOf(system, 'fresh')}`),
    full: '数据库与流程引擎一致',
  },
  {
    route: 'admin/parameters',
    address: '/admin/parameters',
    who: administrator,
    asks: api('parameters'),
    full: /低保标准/,
    empty: '没有符合条件的参数',
  },
  {
    route: 'admin/calendar',
    address: '/admin/calendar',
    who: administrator,
    asks: api('calendar/\\d{4}'),
    full: '工作日历',
  },
  {
    route: 'admin/staff',
    address: '/admin/staff',
    who: administrator,
    stranger: clerk,
    asks: api('staff'),
    full: 'tengyue.clerk1',
    empty: '没有符合条件的人员',
  },
  {
    route: 'visits',
    address: '/visits',
    who: visitor,
    stranger: administrator,
    asks: api('visits'),
    full: '晏发贵',
    empty: '现在没有等待入户的家庭',
    primary: { role: 'link', name: /晏发贵/ },
  },
  {
    // Kept on the phone once it was opened: its states without network have tests of their own.
    route: 'visits/:caseId/:owner',
    address: opened.visit,
    who: visitor,
    full: '晏发贵家',
  },
  {
    route: 'payments',
    address: '/payments',
    who: 'tengchong.reviewer1',
    stranger: administrator,
    asks: api('payment-runs'),
    full: /低保按月发放/,
    empty: '没有符合条件的发放批次',
    primary: { role: 'link', name: /低保按月发放/ },
  },
  {
    route: 'payments/:runId',
    address: `/payments/${presentRun()}`,
    who: 'tengchong.reviewer1',
    stranger: administrator,
    asks: api(`payment-runs/${presentRun()}`),
    full: '现在可以做',
  },
  {
    route: 'price-linkage',
    address: '/price-linkage',
    who: 'bs.supervisor',
    stranger: clerk,
    asks: api('price-linkage/months'),
    full: '物价联动',
    empty: '还没有可以显示的月份',
  },
  {
    route: 'disclosure',
    address: '/disclosure',
    who: 'tengchong.reviewer1',
    stranger: administrator,
    asks: api('disclosures'),
    full: '编制公开表',
    empty: '还没有公开表',
    primary: { role: 'textbox', name: /月份/ },
  },
  {
    route: 'exchange',
    address: '/exchange',
    who: dataDesk,
    stranger: clerk,
    asks: api('exchange/packages'),
    full: '530581-STD-0001',
    empty: '还没有报送批次',
    primary: { role: 'button', name: '生成' },
  },
  {
    route: 'exchange/packages/:packageId',
    address: opened.package,
    who: dataDesk,
    stranger: clerk,
    asks: api(`${opened.package.slice(1)}/items`),
    full: '530581-STD-0001-000001',
    empty: '没有符合条件的记录',
    primary: { role: 'link', name: '下载 CSV' },
  },
  {
    route: 'relatives',
    address: '/relatives',
    who: reviewer,
    stranger: clerk,
    asks: api('relatives/search'),
    full: /社会事务办经办人/,
    empty: '没有符合条件的备案',
    primary: { role: 'textbox', name: /姓名/ },
  },
  {
    route: 'cases/:caseId/relatives',
    address: `${system.caseOf('relative')}/relatives`,
    who: reviewer,
    stranger: administrator,
    asks: api(`cases/${caseOf(system, 'relative')}/relatives`),
    full: /社会事务办经办人/,
    empty: '本案没有近亲属备案',
  },
  {
    route: 'me',
    address: '/me',
    who: clerk,
    asks: api('session/all'),
    full: '现有登录',
  },
  {
    route: 'admin/staff/:staffId',
    address: `/admin/staff/${account}`,
    who: administrator,
    stranger: clerk,
    asks: api(`staff/${account}`),
    full: 'tengyue.clerk1',
  },
  {
    route: 'admin/parameters/one',
    address: '/admin/parameters/one?id=dibao.standard.urban',
    who: administrator,
    asks: api('parameters'),
    full: '城市最低生活保障标准',
  },
  {
    route: 'admin/delegation',
    address: '/admin/delegation',
    who: administrator,
    asks: api('delegation'),
    full: '保山市',
  },
  {
    route: 'admin/audit',
    address: '/admin/audit',
    who: administrator,
    stranger: clerk,
    asks: api('audit/search'),
    full: '待封存',
    empty: '没有符合条件的记录',
    primary: { role: 'button', name: '查询' },
  },
  {
    route: 'standards',
    address: '/standards',
    who: clerk,
    asks: api('standards'),
    full: '腾冲市',
    primary: { role: 'link', name: '腾冲市的沿革' },
  },
  {
    route: 'standards',
    address: '/standards?tab=history',
    who: clerk,
    asks: api('standards/history'),
    full: '省级指导标准',
    empty: '没有已公布的数值',
  },
  {
    route: 'standards',
    address: '/standards?tab=alerts',
    who: 'bs.supervisor',
    asks: api('standards/alerts'),
    full: '含已解除的',
    empty: '没有预警',
  },
  {
    route: 'uplift',
    address: '/uplift',
    who: 'tengchong.reviewer1',
    stranger: 'tengchong.datadesk',
    asks: api('uplifts'),
    full: '腾冲市',
    empty: '还没有提标试算',
    primary: { role: 'link', name: /^查看腾冲市/ },
  },
  {
    route: 'uplift/:runId',
    address: opened.uplift,
    who: 'tengchong.reviewer1',
    stranger: 'tengchong.datadesk',
    asks: api(`uplifts/${opened.uplift.replace('/uplift/', '')}`),
    full: '进度',
    empty: '试算还没有完成',
  },
  {
    route: '*',
    address: '/nowhere',
    who: clerk,
    full: '地址可能写错了,或者页面已经移走',
    primary: { role: 'link', name: '回到工作台' },
  },
  {
    route: '/public',
    address: '/public?division=530581001',
    asks: api('public/notices'),
    full: '查看,提意见',
    empty: '这里现在没有正在公示的家庭。',
    primary: { role: 'link', name: '查看,提意见' },
  },
  {
    route: '/public?view=long-term',
    address: '/public?view=long-term&division=530581001',
    asks: api('public/long-term'),
    full: '每月金额',
    empty: '这里现在没有享受低保的家庭。',
    primary: { role: 'link', name: '正在公示' },
  },
];
