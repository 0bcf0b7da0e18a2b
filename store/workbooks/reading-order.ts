import { partsOf, requireWhole, written } from './archive';
import { unpackedTooLarge, type TableLimits } from './limits';
import { neededParts } from './needed-parts';

/**
 * The archive of a workbook in the order in which it can be read in one go: what its first sheet refers to, then that
 * sheet. A reader of streams that meets a worksheet earlier writes it to the temporary folder, unencrypted, to come back
 * to it. Parts are cut out as they are, piece by piece; nothing else is passed on.
 * @throws AppError fileTooLarge by what the archive says of itself, Error where it is cut off, damaged or says too little
 */
export const inReadingOrder = async (bytes: Uint8Array, limits: TableLimits): Promise<Generator<Buffer>> => {
  const needed = neededParts(partsOf(bytes));
  const size = needed.reduce((sum, part) => sum + part.size, 0);
  if (size > limits.unpackedBytes) throw unpackedTooLarge(limits);
  for (const part of needed) await requireWhole(part);
  return written(needed);
};
