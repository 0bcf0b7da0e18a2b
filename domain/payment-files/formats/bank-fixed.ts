import { format, type Totals } from '../format';

/** Count and sum at the head, of what is handed over and of what comes back. */
const head: Totals = {
  place: 'first',
  label: 'H',
  columns: [
    { field: 'label', width: 1 },
    { field: 'count', width: 8, align: 'right', fill: '0' },
    { field: 'fen', width: 18, align: 'right', fill: '0' },
  ],
};

/** 代发 by records of fixed width with a totals record at the head, as older host systems take it. Widths are bytes. Assumed. */
export const bankFixed = format({
  label: '银行代发文件(定长,GBK)',
  medium: 'fixed',
  extension: 'txt',
  encoding: 'gbk',
  header: false,
  assumed: true,
  maxLines: 50_000,
  columns: [
    { title: '流水号', field: 'reference', width: 20 },
    { title: '账号', field: 'cardNumber', width: 32 },
    { title: '户名', field: 'holderName', width: 60 },
    { title: '金额(分)', field: 'fen', width: 15, align: 'right', fill: '0' },
    { title: '所属月份', field: 'month', width: 6 },
    { title: '用途', field: 'subsidy', width: 20 },
  ],
  totals: head,
  returns: {
    columns: [
      { title: '流水号', field: 'reference', width: 20 },
      { title: '账号', field: 'blank', width: 32 },
      { title: '金额(分)', field: 'fen', width: 15, align: 'right', fill: '0' },
      { title: '返回码', field: 'code', width: 4 },
      { title: '返回信息', field: 'reason', width: 40 },
      { title: '入账日期', field: 'paidOn', width: 8 },
    ],
    totals: head,
    codes: {
      '0000': { result: 'paid', says: '已入账' },
      E001: { result: 'failed', says: '账号不存在' },
      E002: { result: 'failed', says: '户名不符' },
      E003: { result: 'failed', says: '账户已销户' },
      E004: { result: 'failed', says: '账户冻结或止付' },
      P001: { result: 'uncertain', says: '银行处理中' },
      T999: { result: 'uncertain', says: '通讯超时,结果不明' },
    },
  },
});

/** The same in UTF-8; widths are bytes here too. */
export const bankFixedUtf8 = format({ ...bankFixed, label: '银行代发文件(定长,UTF-8)', encoding: 'utf-8' });
