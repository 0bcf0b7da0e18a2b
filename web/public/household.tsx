import type { ReactNode } from 'react';
import { showYuan } from '../shared/format/money';
import { texts } from './texts';

interface Shown {
  readonly programme: string;
  readonly place: string;
  readonly applicant: string | null;
  readonly people: number;
  readonly monthly: string;
  readonly ruralClass?: string | null;
}

/** One household as the web shows it: in words, large, nothing to click by accident. */
export const Household = ({ shown, children }: { readonly shown: Shown; readonly children?: ReactNode }) => (
  <article className="household">
    <h2>
      {shown.applicant ?? texts.minor}
      <span className="programme">{shown.programme}</span>
    </h2>
    <dl>
      <dt>{texts.household.place}</dt>
      <dd>{shown.place}</dd>
      <dt>{texts.household.people}</dt>
      <dd>{texts.people(shown.people)}</dd>
      <dt>{texts.household.monthly}</dt>
      <dd>{showYuan(shown.monthly)}</dd>
      {shown.ruralClass ? (
        <>
          <dt>{texts.household.ruralClass}</dt>
          <dd>{texts.ruralClass(shown.ruralClass)}</dd>
        </>
      ) : null}
    </dl>
    {children}
  </article>
);
