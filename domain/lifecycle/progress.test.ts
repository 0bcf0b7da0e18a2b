import { noFacts } from './facts';
import { progressOf } from './progress';

const facts = noFacts({ authority: 'county', adults: ['a', 'b'], relatives: [] });
const said = (...given: Parameters<typeof progressOf>) =>
  progressOf(...given).map(({ label, says }) => `${label} ${says}`);

/** @clause 一(四) whoever opens a case sees at once what it still waits for */
describe('what a stage is made of', () => {
  it('is told part by part, with what is still open', () => {
    expect(said('investigating', facts)).toEqual(['核对授权 0/2', '入户调查 未启动', '信息核对 未提请']);
    const later = { ...facts, authorised: ['a', 'b'], visitSigned: true, dataCheck: 'started' } as const;
    expect(progressOf('investigating', later).map(({ done }) => done)).toEqual([true, true, false]);
  });

  it('names the visit of the county only where the law forces it', () => {
    expect(said('reviewing', facts)).toEqual([]);
    expect(said('reviewing', { ...facts, forcedVisit: ['relative'] })).toEqual(['县级入户 待入户']);
  });
});
