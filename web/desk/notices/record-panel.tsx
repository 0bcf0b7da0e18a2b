import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { NoticeItem } from './api';
import type { RecordKind } from './record';
import { texts } from './texts';
import { useRecord, type Progress } from './use-record';

const { record: words } = texts;

interface Props {
  readonly kind: RecordKind;
  readonly chosen: readonly NoticeItem[];
  readonly close: () => void;
}

type Wrong = Partial<Readonly<Record<'place' | 'photo', string>>>;

const Row = ({ item, progress }: { readonly item: NoticeItem; readonly progress: Progress | undefined }) => (
  <li>
    <span className="strong">{item.applicantName}</span> <span className="quiet small">{item.number}</span>{' '}
    {progress?.state === 'failed' ? (
      <span className="field-problem">{progress.message}</span>
    ) : progress ? (
      <span className={progress.state === 'done' ? 'tag tag-good' : 'quiet'}>{words[progress.state]}</span>
    ) : null}
  </li>
);

const Summary = ({ wrong }: { readonly wrong: Wrong }) => (
  <div className="summary" role="alert">
    <div className="strong">{words.problems}</div>
    <ul>
      {Object.entries(wrong).map(([name, sentence]) => (
        <li key={name}>
          <a href={`#record-${name}`}>{sentence}</a>
        </li>
      ))}
    </ul>
  </div>
);

/** Posting or the photo of the end, for several households with one photo; each answers for itself. */
export const RecordPanel = ({ kind, chosen, close }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [place, setPlace] = useState('');
  const [photo, setPhoto] = useState<File>();
  const [wrong, setWrong] = useState<Wrong>({});
  const { progress, busy, run } = useRecord();
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const open = chosen.filter(({ caseId }) => progress[caseId]?.state !== 'done');
  const failed = open.filter(({ caseId }) => progress[caseId]?.state === 'failed').length;
  const asksPlace = kind === 'posting';
  const finished = open.length === 0;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const found: Wrong = {
      ...(asksPlace && place.trim() === '' ? { place: words.placeMissing } : {}),
      ...(photo ? {} : { photo: words.photoMissing }),
    };
    setWrong(found);
    const [first] = Object.keys(found);
    if (first) return document.getElementById(`record-${first}`)?.focus();
    if (photo)
      void run(
        open.map(({ caseId }) => caseId),
        { kind, place: place.trim(), photo },
      );
  };
  return (
    <form className="panel" onSubmit={submit} noValidate aria-label={words.region}>
      <h2 ref={heading} tabIndex={-1}>
        {asksPlace ? words.postingTitle : words.endPhotoTitle}
      </h2>
      <p className="quiet">{words.onePhoto}</p>
      {Object.keys(wrong).length > 0 ? <Summary wrong={wrong} /> : null}
      {finished ? null : (
        <div className="record-fields">
          {asksPlace ? (
            <div>
              <label htmlFor="record-place">{words.place}</label>
              <Input
                id="record-place"
                value={place}
                maxLength={200}
                aria-invalid={wrong.place !== undefined}
                aria-describedby={wrong.place ? 'record-place-problem' : undefined}
                onChange={({ target }) => setPlace(target.value)}
              />
              {wrong.place ? (
                <p id="record-place-problem" className="field-problem">
                  {wrong.place}
                </p>
              ) : null}
            </div>
          ) : null}
          <div>
            <label htmlFor="record-photo">{words.photo}</label>
            <input
              id="record-photo"
              type="file"
              accept="image/jpeg,image/png"
              aria-invalid={wrong.photo !== undefined}
              aria-describedby={wrong.photo ? 'record-photo-problem' : undefined}
              onChange={({ target }) => setPhoto(target.files?.[0])}
            />
            {wrong.photo ? (
              <p id="record-photo-problem" className="field-problem">
                {wrong.photo}
              </p>
            ) : null}
          </div>
        </div>
      )}
      <ul className="record-rows" aria-label={words.progress} aria-live="polite">
        {chosen.map((item) => (
          <Row key={item.caseId} item={item} progress={progress[item.caseId]} />
        ))}
      </ul>
      {finished ? <p role="status">{words.finished(chosen.length)}</p> : null}
      <div className="form-foot">
        {finished ? null : (
          <Button type="primary" htmlType="submit" loading={busy}>
            {failed > 0 ? words.again(open.length) : words[kind](open.length)}
          </Button>
        )}
        <Button onClick={close} disabled={busy}>
          {finished ? words.close : words.cancel}
        </Button>
      </div>
    </form>
  );
};
