import { roles, type Role } from '../../../domain/lifecycle/roles';

const nobody: readonly string[] = ['system', 'partner', 'citizen'];

/** Roles that a person is appointed to, with the level of the office where it is held. */
export const roleOptions = Object.entries(roles)
  .filter(([role]) => !nobody.includes(role))
  .map(([value, { label, level }]) => ({ value: value as Role, label, level }));

/** Why a role cannot be given beside those already held; the server refuses it too. */
export const separated = (held: readonly string[], role: string): string | undefined => {
  const others = held.filter((one) => one !== role);
  if (role === 'administrator' && others.some((one) => one !== 'administrator'))
    return '已有办案等岗位,不能再任管理员;请先结束原有任职,或另设账号';
  if (role !== '' && role !== 'administrator' && held.includes('administrator'))
    return '管理员不能兼任其他岗位;请先结束管理员任职,或另设账号';
  return undefined;
};
