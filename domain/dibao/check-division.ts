import type { CivilDate } from '../civil-date';
import { currentCode, findDivision } from '../divisions';
import type { Report } from './check-input';

/** Codes of the province's own table are checked; of other provinces only the form. */
const OWN_PROVINCE = '53';

/** The code whose parameters hold: old codes lead to their successor. */
export const resolveDivision = (code: string, on: CivilDate, report: Report): string => {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) report('division', '行政区划代码应为2、4、6、9或12位数字');
  else if (code.startsWith(OWN_PROVINCE)) {
    const current = currentCode(code, on);
    if (findDivision(current)) return current;
    report('division', `没有行政区划代码“${code}”,请核对`);
  }
  return code;
};
