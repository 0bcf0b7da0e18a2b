import { createParameters } from '../parameters/resolve';
import { emergencyOn } from './event';

const event = { code: 'T-1', name: '测试地震', document: '测试〔2026〕1号', remoteVisit: true, deferRecheckDays: 30 };
const parameters = (value: Record<string, unknown>) =>
  createParameters([
    {
      id: 'emergency.events',
      title: '突发事件',
      unit: 'table',
      values: [{ division: '530581', from: '2026-03-01', to: '2026-04-30', value, reference: '测试', confidence: 'L' }],
    },
  ]);

describe('an emergency event', () => {
  it.each([
    ['530581001000', '2026-03-01', 'T-1'],
    ['530581001000', '2026-04-30', 'T-1'],
    ['530581001000', '2026-02-28', undefined],
    ['530581001000', '2026-05-01', undefined],
    ['530102001000', '2026-03-15', undefined],
  ])('is in force at %s on %s: %s', (division, on, code) =>
    expect(emergencyOn(parameters(event), { on, division })?.code).toBe(code),
  );

  it('switches on only what its document says', () =>
    expect(
      emergencyOn(parameters({ code: 'T-2', name: '测试', document: '测试' }), {
        on: '2026-03-15',
        division: '530581',
      }),
    ).toEqual({
      code: 'T-2',
      name: '测试',
      document: '测试',
      from: '2026-03-01',
      to: '2026-04-30',
      remoteVisit: false,
    }));

  it('is refused without its document', () =>
    expect(() =>
      emergencyOn(parameters({ code: 'T-3', name: '测试' }), { on: '2026-03-15', division: '530581' }),
    ).toThrow('文件'));
});
