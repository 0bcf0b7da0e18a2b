import { format } from '../format';

/** 代发 by comma-separated list with a totals line at the end, as rural credit co-operatives take it. Assumed. */
export const bankCsv = format({
  label: '银行代发清单(CSV,GB18030)',
  medium: 'csv',
  extension: 'csv',
  encoding: 'gb18030',
  header: true,
  assumed: true,
  maxLines: 20_000,
  columns: [
    { title: '流水号', field: 'reference' },
    { title: '账号', field: 'cardNumber' },
    { title: '户名', field: 'holderName' },
    { title: '金额', field: 'yuan' },
    { title: '用途', field: 'subsidy' },
    { title: '所属月份', field: 'month' },
  ],
  totals: {
    place: 'last',
    label: '合计',
    columns: [{ field: 'label' }, { field: 'count' }, { field: 'blank' }, { field: 'yuan' }],
  },
  returns: {
    columns: [
      { title: '流水号', field: 'reference' },
      { title: '金额', field: 'yuan' },
      { title: '返回码', field: 'code' },
      { title: '返回信息', field: 'reason' },
      { title: '入账日期', field: 'paidOn' },
    ],
    totals: { place: 'last', label: '合计', columns: [{ field: 'label' }, { field: 'count' }, { field: 'yuan' }] },
    codes: {
      '0000': { result: 'paid', says: '已入账' },
      '1001': { result: 'failed', says: '账号不存在' },
      '1002': { result: 'failed', says: '户名不符' },
      '1003': { result: 'failed', says: '账户已销户' },
      '1004': { result: 'failed', says: '账户冻结或止付' },
      '1005': { result: 'failed', says: '账户长期不动户' },
      '2001': { result: 'uncertain', says: '银行处理中' },
      '9999': { result: 'uncertain', says: '通讯超时,结果不明' },
    },
  },
});

/** The same for a bank that takes GBK alone: names with other characters are held. */
export const bankCsvGbk = format({ ...bankCsv, label: '银行代发清单(CSV,GBK)', encoding: 'gbk' });

/** The same in UTF-8. */
export const bankCsvUtf8 = format({ ...bankCsv, label: '银行代发清单(CSV,UTF-8)', encoding: 'utf-8' });
