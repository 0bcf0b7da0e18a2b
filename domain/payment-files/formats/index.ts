import { AppError } from '../../errors';
import type { FileFormat } from '../format';
import { bankCsv, bankCsvGbk, bankCsvUtf8 } from './bank-csv';
import { bankFixed, bankFixedUtf8 } from './bank-fixed';
import { cardPlatform, cardPlatformCsv } from './card-platform';

/** Every layout by the name that the parameter `payment.format` gives it. */
export const formats = {
  cardPlatform,
  cardPlatformCsv,
  bankCsv,
  bankCsvGbk,
  bankCsvUtf8,
  bankFixed,
  bankFixedUtf8,
} as const satisfies Readonly<Record<string, FileFormat>>;

/** @throws AppError formatUnknown */
export const formatOf = (name: string): FileFormat => {
  if (Object.hasOwn(formats, name)) return formats[name as keyof typeof formats];
  throw new AppError(
    'formatUnknown',
    `没有名为“${name}”的发放文件格式;请在参数“发放文件格式”中选择:${Object.keys(formats).join('、')}`,
  );
};
