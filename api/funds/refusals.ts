import { AppError } from '../../domain/errors';

/** What a check of the database means for whoever entered it; the database decides, so that no two can pass at once. */
const sentences: readonly (readonly [sign: RegExp, code: string, says: string])[] = [
  [/budget_line_arrived/, 'refused', '到账累计会超过下达累计;请先登记下达文件并复核,或核对金额'],
  [/gives no more than it was given/, 'refused', '下达累计会超过本级收到的指标;请先登记上级下达并复核,或核对金额'],
  [/budget_line_left|no more goes on or back/, 'refused', '结转或退回超过这一年度的结余;请核对年终结余和在途资金'],
  [/fund_lot_age|past its years/, 'refused', '其中有已满可用年限的资金,不能结转;请刷新年终页面,先办“退回上级”'],
  [/budget_line_room|has no room/, 'fundShort', '县级预算可用资金不足;请先登记资金到账并复核,或减少金额'],
  [/budget_line_positive/, 'refused', '冲销会使累计金额为负;请核对冲销的是哪一笔'],
  [
    /reserve_grant_once|same grant stands/,
    'alreadyExists',
    '同一人同日同方式同金额的救助已经登记;请查看救助记录,不要重复登记',
  ],
  [/reserve_fund_balance/, 'fundShort', '备用金余额不足;请先申请补充,县级批准后再办,急需的由县级直接救助'],
  [/reserve fund is closed/, 'actionNotAllowed', '本年度备用金已经结清;请在新年度备用金中办理'],
  [/reserve_closing_balance/, 'conflict', '余额刚刚有变动;请刷新后再结清'],
  [/fund_movement_reversed_once/, 'alreadyExists', '这一笔已经提出冲销;请查看资金流水'],
  [/fund_movement_once|document_number/, 'alreadyExists', '同一文件、日期和金额已经登记过;请查看资金流水,不要重复登记'],
  [/reserve_reconciliation_once|reserve_reconciliation/, 'alreadyExists', '本月已经对过账;请查看对账记录'],
  [/reserve_closing_fund_id|reserve_closing/, 'alreadyExists', '本年度备用金已经结清'],
];

/** Tells a refusal of the database in words. @throws AppError refused, fundShort, alreadyExists, actionNotAllowed, conflict */
export const saying = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    const text = `${error.message} ${JSON.stringify((error as { readonly meta?: unknown }).meta ?? '')}`;
    const known = sentences.find(([sign]) => sign.test(text));
    if (!known) throw error;
    throw new AppError(known[1], known[2]);
  }
};
