import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { findDivision } from '../../domain/divisions';
import { civilDate, divisionCode } from '../fields';
import { operation } from '../operation';
import { DivisionView, divisionView, exampleDivision } from './view';

export const readDivision = operation({
  method: 'get',
  path: '/api/v1/divisions/{code}',
  permission: 'division.read',
  tag: '行政区划',
  summary: '查看行政区划',
  description: '停用的旧代码也能查到;给出日期时只查当日使用的代码。',
  effect: 'none',
  params: z.strictObject({ code: divisionCode() }),
  query: z.strictObject({ on: civilDate('日期').exactOptional() }),
  output: DivisionView,
  example: { params: { code: '530581001' }, query: { on: '2022-07-01' }, output: exampleDivision },
  async handler(_context, { params: { code }, query: { on } }) {
    const found = findDivision(code, on);
    if (!found) throw new AppError('notFound', `没有行政区划${code}${on ? `,或它在${on}没有使用` : ''}`);
    return divisionView(found);
  },
});
