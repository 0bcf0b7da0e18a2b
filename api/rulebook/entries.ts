import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';

/** A value or a calendar year waits as `proposed` until another person has looked at it. */
export const states = ['proposed', 'approved', 'rejected'] as const;
export const EntryState = z.enum(states);

export const entryParams = z.strictObject({ proposalId: id('提议') });

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly makerId: string;
}

/** @throws AppError notFound, actionNotAllowed (decided already), forbidden (the maker cannot check) */
export const requireOpen: <E extends Entry>(entry: E | null, staffId: string) => asserts entry is E = (
  entry,
  staffId,
) => {
  if (!entry) throw new AppError('notFound', '没有找到这条提议');
  if (entry.state !== 'proposed') throw new AppError('actionNotAllowed', '这条提议已经办结,请刷新后查看');
  if (entry.makerId === staffId) throw new AppError('forbidden', '录入人不能复核自己的录入;请由另一人复核');
};

/** A decision that another hand has taken in the meantime. */
export const requireOne = (count: number): void => {
  if (count !== 1) throw new AppError('conflict', '这条提议刚刚被他人办结,请刷新后查看');
};
