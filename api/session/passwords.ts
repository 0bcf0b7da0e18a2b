import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../domain/errors';

/** argon2id, 19 MiB, 2 passes: the package's defaults, OWASP's minimum. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Verified when the account does not exist, so that the answer takes as long as for one that does; of a discarded secret. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$fbiI2D+C9RoaCkfYsHfZ9A$73Hc/XM0WTBzVWXsQTHzGvk9QPQml7SxvPVAF3kFRTU';

export const passwordFits = async (stored: string | undefined, password: string): Promise<boolean> => {
  const fits = await verify(stored ?? nobody, password);
  return stored !== undefined && fits;
};

/** Letters and digits that cannot be taken for one another when read out over the telephone. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const oneTimePassword = (): string =>
  Array.from({ length: 14 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** @throws AppError invalidInput: at least 10 characters with letters and digits, not the login itself. */
export const requireStrong = (path: string, password: string, login: string): void => {
  const strong = password.length >= 10 && /\d/.test(password) && /\p{L}/u.test(password) && !password.includes(login);
  if (strong) return;
  const message = '新密码至少10个字符,要有字母和数字,不能包含登录名';
  throw new AppError('invalidInput', message, { fields: [{ path, message }] });
};
