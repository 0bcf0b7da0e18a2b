import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type ProblemError } from '../../../shared/api/problem';
import { uuid } from '../../../shared/api/uuid';
import { today } from '../../../shared/format/dates';
import { downloadVisit } from '../api';
import { forgetVisit } from '../offline/outbox';
import type { Phone } from '../offline/phone';
import { changesOf } from './changes';
import { emptySheet, visitId, type Draft, type Sheet } from './model';
import { knownFacts, type Pack } from './pack';
import { picturesOf } from './visit-input';

/** A visit while it is filled in. */
export interface OpenVisit {
  readonly phone: Phone;
  readonly pack: Pack;
  readonly sheet: Sheet;
  change(part: Partial<Sheet>): void;
  /** Keeps a picture on the phone and answers its id. */
  keep(picture: Blob): Promise<string>;
  finish(): Promise<void>;
}

export type VisitState =
  | { readonly is: 'loading' }
  | { readonly is: 'gone' }
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly problem: ProblemError }
  | { readonly is: 'finished'; readonly draft: Draft }
  | { readonly is: 'open'; readonly pack: Pack; readonly draft: Draft };

const startOf = ({ caseId, owner, applicantName, members }: Pack, me: string): Draft => ({
  caseId,
  owner,
  applicantName,
  me,
  state: 'filling',
  key: uuid(),
  sheet: emptySheet(today(), members.find(({ relation }) => relation === 'applicant')?.personId),
  uploaded: {},
  recorded: {},
  changes: [],
});

/** What is on the phone; with a network and nothing begun yet, the newest of the office. */
const load = async (phone: Phone, id: { caseId: string; owner: string }, me: string): Promise<VisitState> => {
  const { vault } = phone;
  const draft = (await vault.get('draft', visitId(id))) as Draft | undefined;
  if (draft && draft.state !== 'filling') return { is: 'finished', draft };
  const kept = (await vault.get('pack', visitId(id))) as Pack | undefined;
  if (draft && kept) return { is: 'open', pack: kept, draft };
  try {
    const pack = await downloadVisit(phone, id.caseId, id.owner);
    return { is: 'open', pack, draft: draft ?? startOf(pack, me) };
  } catch (error) {
    const problem = asProblem(error);
    if (kept) return { is: 'open', pack: kept, draft: startOf(kept, me) };
    return problem.code === 'offline' ? { is: 'gone' } : { is: 'failed', problem };
  }
};

/** Without an end while it waits for the office: what was signed is not lost to a date. */
const keepPictures = async ({ vault }: Phone, sheet: Sheet, until?: number): Promise<void> => {
  for (const { id } of picturesOf(sheet)) {
    const picture = await vault.getPicture(id);
    if (picture) await vault.putPicture(id, picture, until);
  }
};

const packOf = async (phone: Phone, id: { caseId: string; owner: string }): Promise<Pack> =>
  ((await phone.vault.get('pack', visitId(id))) as Pack | undefined) ?? downloadVisit(phone, id.caseId, id.owner);

export const useVisit = (phone: Phone | undefined | null, caseId: string, owner: string, me: string) => {
  const [state, setState] = useState<VisitState>({ is: 'loading' });
  const writing = useRef<Promise<void>>(Promise.resolve());
  const id = visitId({ caseId, owner });
  const again = useCallback(async () => {
    if (phone) setState(await load(phone, { caseId, owner }, me));
  }, [phone, caseId, owner, me]);
  useEffect(() => void again(), [again]);

  const isFinished = state.is === 'finished';
  useEffect(() => {
    if (!phone || !isFinished) return undefined;
    return phone.outbox.subscribe(() => {
      void phone.vault.get('draft', id).then((draft) => {
        setState(draft ? { is: 'finished', draft: draft as Draft } : { is: 'sent' });
      });
    });
  }, [phone, id, isFinished]);

  /** One write after the other: the last word counts. */
  const write = (draft: Draft, pack?: Pack): Promise<void> => {
    const expiresAt = draft.state === 'filling' && pack ? { expiresAt: Date.parse(pack.keepUntil) } : {};
    writing.current = writing.current.then(async () => phone?.vault.put({ kind: 'draft', id, ...expiresAt }, draft));
    return writing.current;
  };

  const opened = (): OpenVisit | undefined => {
    if (state.is !== 'open' || !phone) return undefined;
    const { pack, draft } = state;
    return {
      phone,
      pack,
      sheet: draft.sheet,
      change: (part) =>
        setState((before) => {
          if (before.is !== 'open') return before;
          const next = { ...before.draft, sheet: { ...before.draft.sheet, ...part } };
          void write(next, before.pack);
          return { ...before, draft: next };
        }),
      keep: async (picture) => {
        const name = uuid();
        await phone.vault.putPicture(name, picture, Date.parse(pack.keepUntil));
        return name;
      },
      finish: async () => {
        await keepPictures(phone, draft.sheet);
        const changes = changesOf(draft.sheet, knownFacts(pack));
        const { refusal: _refusal, ...rest } = draft;
        const done: Draft = { ...rest, state: 'waiting', key: uuid(), changes };
        await write(done);
        setState({ is: 'finished', draft: done });
        void phone.outbox.hurry();
      },
    };
  };

  return {
    state,
    visit: opened(),
    again,
    /** Back to the sheet with everything as it was filled in. */
    reopen: async (draft: Draft): Promise<void> => {
      if (!phone) return;
      try {
        const pack = await packOf(phone, draft);
        const filling: Draft = { ...draft, state: 'filling' };
        await keepPictures(phone, draft.sheet, Date.parse(pack.keepUntil));
        await write(filling, pack);
        setState({ is: 'open', pack, draft: filling });
      } catch (error) {
        setState({ is: 'failed', problem: asProblem(error) });
      }
    },
    discard: async (draft: Draft): Promise<void> => {
      if (!phone) return;
      await forgetVisit(
        phone.vault,
        draft,
        picturesOf(draft.sheet).map((picture) => picture.id),
      );
      await phone.outbox.send();
      setState({ is: 'gone' });
    },
  };
};
