import { roles, type Role } from '../domain/lifecycle/roles';
import { allows, covers, permissions, permissionsOf } from './permissions';

describe('the permission table', () => {
  it('refuses a permission it does not know, to everybody', () => {
    for (const role of Object.keys(roles) as Role[])
      expect(allows('case.invented', { role, division: '53' })).toBe(false);
    expect(allows('constructor', { role: 'administrator', division: '53' })).toBe(false);
  });

  it('gives nothing but public operations without log-in', () => {
    const open = Object.keys(permissions).filter((permission) => allows(permission, undefined));
    expect(open.sort()).toEqual(['notice.object', 'notice.read', 'rules.preview', 'session.start', 'system.public']);
  });

  it('gives an administrator no case and no document', () => {
    const held = permissionsOf({ role: 'administrator', division: '53' });
    expect(held.filter((permission) => /^(case|document|draft)\./.test(permission))).toEqual([]);
  });

  it('counts a role only at its levels', () => {
    expect(allows('parameter.propose', { role: 'administrator', division: '530581' })).toBe(true);
    expect(allows('parameter.propose', { role: 'administrator', division: '530581001' })).toBe(false);
  });

  it('reaches down, never up or sideways', () => {
    const county = { division: '530581' };
    expect(covers(county, '530581001000')).toBe(true);
    expect(covers(county, '530581')).toBe(true);
    expect(covers(county, '5305')).toBe(false);
    expect(covers(county, '530582100')).toBe(false);
    expect(covers(county, '')).toBe(false);
  });
});
