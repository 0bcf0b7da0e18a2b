import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { Loading } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { texts } from '../texts';
import { ArriveStep } from './steps/arrive-step';
import { ChecklistStep } from './steps/checklist-step';
import { FactsStep } from './steps/facts-step';
import { FinishStep } from './steps/finish-step';
import { PhotoStep } from './steps/photo-step';
import { SignStep } from './steps/sign-step';
import type { StepProps } from './steps/step';
import type { OpenVisit } from './use-visit';

/** In the order of a visit; the rules come with their step. */
const steps: readonly ComponentType<StepProps>[] = [
  ArriveStep,
  PhotoStep,
  FactsStep,
  ChecklistStep,
  lazy(() => import('./steps/sum-step')),
  SignStep,
  FinishStep,
];

const stepIn = (text: string): number => Math.min(Math.max((Number(text) || 1) - 1, 0), steps.length - 1);

/** One question a screen; the step stands in the address, so that a reload comes back to it. */
export const SheetSteps = ({ visit }: { readonly visit: OpenVisit }) => {
  const [{ step }, set] = useUrlFilters(['step']);
  const at = stepIn(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const Step = steps[at]!;
  const name = texts.steps[at] ?? '';
  const go = (next: number): void => {
    set({ step: String(next + 1) });
    window.scrollTo(0, 0);
  };
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at]);
  return (
    <>
      <nav aria-label={texts.stepsLabel} className="visit-steps">
        {texts.steps.map((label, index) => (
          <button
            key={label}
            type="button"
            aria-current={index === at ? 'step' : undefined}
            aria-label={`${index + 1} ${label}`}
            onClick={() => go(index)}
          >
            {index + 1}
          </button>
        ))}
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {texts.step(at + 1, steps.length, name)}
      </h2>
      <Suspense fallback={<Loading />}>
        <Step visit={visit} go={go} />
      </Suspense>
      <div className="visit-foot">
        <Button size="large" disabled={at === 0} onClick={() => go(at - 1)}>
          {texts.back}
        </Button>
        {at < steps.length - 1 ? (
          <Button size="large" type="primary" onClick={() => go(at + 1)}>
            {texts.next}
          </Button>
        ) : null}
      </div>
    </>
  );
};
