import { missingOf } from './missing';
import type { FileContents } from './requirements';

const file = (more: Partial<FileContents> = {}): FileContents => ({
  stages: new Set(['submitted']),
  actions: new Set(),
  documents: new Set(),
  unauthorised: [],
  application: true,
  applyingThrough: 'self',
  assessments: 0,
  undelivered: [],
  ...more,
});
const idsOf = (contents: FileContents): string[] =>
  missingOf(contents).flatMap(({ stage, items }) => items.map(({ id }) => `${stage}.${id}`));

describe('missingOf', () => {
  it('asks for nothing of a stage that the case has not reached', () => {
    expect(idsOf(file())).toEqual(['submitted.identity', 'submitted.promise']);
  });

  it('asks for the paper of delegation only where somebody else applies', () => {
    expect(idsOf(file({ applyingThrough: 'delegate' }))).toContain('submitted.delegation');
  });

  it('names who has not authorised and which letters were not delivered', () => {
    const missing = missingOf(
      file({
        stages: new Set(['submitted', 'investigating']),
        unauthorised: ['甲示例'],
        undelivered: ['低保受理通知书'],
      }),
    );
    const named = missing.flatMap(({ items }) => items.flatMap(({ of }) => of));
    expect(named).toEqual(['甲示例', '低保受理通知书']);
  });

  it('asks for the photo of the end once the notice hangs', () => {
    const publicised = file({ stages: new Set(['submitted', 'publicised']), documents: new Set(['postingPhoto']) });
    expect(idsOf(publicised)).not.toContain('publicised.endPhoto');
    expect(idsOf({ ...publicised, actions: new Set(['recordPosting']) })).toContain('publicised.endPhoto');
  });

  it('is empty for a complete file', () => {
    expect(
      missingOf(
        file({
          stages: new Set(['submitted', 'investigating', 'proposed']),
          documents: new Set(['identity', 'promise', 'visitForm', 'visitPhoto', 'dataCheck']),
          assessments: 1,
        }),
      ),
    ).toEqual([]);
  });
});
