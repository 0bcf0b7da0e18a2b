import { format } from '../format';

/**
 * Batch import of the 惠民惠农财政补贴资金“一卡通” platform and its answer. The platform takes a workbook with one header
 * row; its template is not published, so that titles and order are assumed.
 */
export const cardPlatform = format({
  label: '惠民惠农“一卡通”批量导入(XLSX)',
  medium: 'xlsx',
  extension: 'xlsx',
  encoding: 'utf-8',
  header: true,
  assumed: true,
  maxLines: 50_000,
  columns: [
    { title: '序号', field: 'position', numeric: true },
    { title: '补贴项目', field: 'subsidy' },
    { title: '姓名', field: 'holderName' },
    { title: '身份证号', field: 'idNumber' },
    { title: '卡号', field: 'cardNumber' },
    { title: '金额', field: 'yuan', numeric: true },
    { title: '发放月份', field: 'month' },
    { title: '备注', field: 'reference' },
  ],
  returns: {
    columns: [
      { title: '备注', field: 'reference' },
      { title: '金额', field: 'yuan' },
      { title: '发放状态', field: 'code' },
      { title: '失败原因', field: 'reason' },
      { title: '发放日期', field: 'paidOn' },
    ],
    codes: {
      发放成功: { result: 'paid', says: '已入账' },
      成功: { result: 'paid', says: '已入账' },
      发放失败: { result: 'failed', says: '发放失败' },
      失败: { result: 'failed', says: '发放失败' },
      退汇: { result: 'failed', says: '银行退汇' },
      处理中: { result: 'uncertain', says: '银行处理中' },
    },
  },
});

/** The same in CSV, for a platform that takes no workbook. */
export const cardPlatformCsv = format({
  ...cardPlatform,
  label: '惠民惠农“一卡通”批量导入(CSV)',
  medium: 'csv',
  extension: 'csv',
});
