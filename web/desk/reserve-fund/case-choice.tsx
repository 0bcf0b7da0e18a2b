import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Field } from '../../shared/schema-form/field';
import { asProblem } from '../../shared/api/problem';
import { findCases, RESERVE, type FoundCase } from './api';
import { texts } from './texts';

const { case: words } = texts.grants;

interface Props {
  readonly chosen: FoundCase | undefined;
  readonly choose: (found: FoundCase | undefined) => void;
}

const Found = ({ cases, choose }: { readonly cases: readonly FoundCase[]; readonly choose: Props['choose'] }) =>
  cases.length === 0 ? (
    <p role="status">{words.none}</p>
  ) : (
    <ul aria-label={words.found}>
      {cases.map((one) => (
        <li key={one.id}>
          <Button size="small" aria-label={words.chooseOf(one.number)} onClick={() => choose(one)}>
            {words.choose}
          </Button>{' '}
          {words.says(one.applicantName, one.number, one.stage.label)}
        </li>
      ))}
    </ul>
  );

/** The household's case, looked up within what the reader may see: what is given then stands with the household. */
export const CaseChoice = ({ chosen, choose }: Props) => {
  const [typed, write] = useState('');
  const [asked, ask] = useState('');
  const found = useQuery({
    enabled: asked !== '',
    // A name or an ID number stands in no address; it goes with the request's body.
    queryKey: [RESERVE, 'cases', asked],
    gcTime: 0,
    queryFn: () => findCases(asked),
  });
  const search = (): void => ask(typed.trim());
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search();
  };
  if (chosen)
    return (
      <Field id="reserve-case" label={words.label} group>
        {words.says(chosen.applicantName, chosen.number, chosen.stage.label)}{' '}
        <Button size="small" onClick={() => choose(undefined)}>
          {words.drop}
        </Button>
      </Field>
    );
  const problem = found.isError ? asProblem(found.error).message : undefined;
  return (
    <Field id="reserve-case" label={words.label} hint={words.hint} problem={problem}>
      <div className="filters">
        <Input
          id="reserve-case"
          value={typed}
          style={{ width: 260 }}
          onChange={({ target }) => write(target.value)}
          onKeyDown={pressed}
        />
        <Button loading={found.isFetching} onClick={search}>
          {words.search}
        </Button>
      </div>
      {found.data ? <Found cases={found.data} choose={choose} /> : null}
    </Field>
  );
};
