import { useState, type SubmitEvent } from 'react';
import { api, dataOf, keyed } from '../shared/api/client';
import { useCommandKeys } from '../shared/api/command-key';
import { asProblem, type ProblemError } from '../shared/api/problem';
import { useKeptInput } from '../shared/kept-input';
import { texts } from './texts';

const { objection: words } = texts;
const SHORTEST = 4;
const LONGEST = { what: 2000, by: 60, phone: 30 } as const;
const empty = { what: '', by: '', phone: '' };

/** Only what was filled in; an empty field is not sent. */
const sent = ({ what, by, phone }: typeof empty) => ({
  what: what.trim(),
  ...(by.trim() ? { by: by.trim() } : {}),
  ...(phone.trim() ? { phone: phone.trim() } : {}),
});

const Received = () => (
  <section className="received" role="status">
    <h2>{words.done}</h2>
    <p>{words.doneHint}</p>
  </section>
);

/** Says what is wrong beside the field, keeps every word until it is received, and sends the same words once. */
export const ObjectionForm = ({ noticeId }: { readonly noticeId: string }) => {
  const { value, setValue, clear, wasKept } = useKeptInput(`objection:${noticeId}`, empty);
  const keys = useCommandKeys();
  const [state, setState] = useState<'writing' | 'sending' | 'received'>('writing');
  const [tooShort, setTooShort] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();

  const send = async (): Promise<void> => {
    const body = sent(value);
    setTooShort(body.what.length < SHORTEST);
    if (body.what.length < SHORTEST) return document.getElementById('what')?.focus();
    setState('sending');
    setProblem(undefined);
    try {
      const params = { path: { noticeId }, header: keyed(keys.keyFor(body)) };
      await dataOf(api.POST('/api/v1/public/notices/{noticeId}/objections', { params, body }));
      clear();
      setState('received');
    } catch (error) {
      setProblem(asProblem(error));
      setState('writing');
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void send();
  };
  const change = (name: keyof typeof empty) => (event: { readonly target: { readonly value: string } }) =>
    setValue({ ...value, [name]: event.target.value });

  if (state === 'received') return <Received />;
  return (
    <form onSubmit={submit} noValidate aria-labelledby="objection">
      <h2 id="objection">{words.title}</h2>
      <p>{words.lead}</p>
      {wasKept ? <p className="quiet">{words.kept}</p> : null}
      <label htmlFor="what">{words.what}</label>
      <p id="what-hint" className="quiet">
        {words.whatHint}
      </p>
      <textarea
        id="what"
        rows={5}
        required
        maxLength={LONGEST.what}
        value={value.what}
        onChange={change('what')}
        aria-invalid={tooShort}
        aria-describedby={tooShort ? 'what-hint what-wrong' : 'what-hint'}
      />
      {tooShort ? (
        <p id="what-wrong" className="wrong">
          {words.tooShort}
        </p>
      ) : null}
      <label htmlFor="by">{words.by}</label>
      <input id="by" autoComplete="name" maxLength={LONGEST.by} value={value.by} onChange={change('by')} />
      <label htmlFor="phone">{words.phone}</label>
      <input
        id="phone"
        type="tel"
        autoComplete="tel"
        maxLength={LONGEST.phone}
        value={value.phone}
        onChange={change('phone')}
        aria-describedby="phone-hint"
      />
      <p id="phone-hint" className="quiet">
        {words.contactHint}
      </p>
      {problem ? (
        <p role="alert" className="wrong">
          {problem.message}
        </p>
      ) : null}
      <button type="submit" disabled={state === 'sending'}>
        {state === 'sending' ? words.sending : words.send}
      </button>
    </form>
  );
};
