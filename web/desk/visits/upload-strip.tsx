import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { sessionEnded } from '../../shared/api/session-ended';
import type { Session } from '../../shared/api/types';
import { keepSession, usePhone } from './offline/phone';
import type { Outbox, OutboxState } from './offline/outbox';
import { texts } from './texts';
import './visits.css';

const nothing: OutboxState = { waiting: 0, refused: 0, sent: 0, sending: false };

const useOutbox = (outbox: Outbox | undefined): OutboxState => {
  const [state, setState] = useState(nothing);
  const loggedOut = sessionEnded.use();
  useEffect(() => {
    if (!outbox) return undefined;
    const look = (): void => setState(outbox.state());
    const hurry = (): void => void outbox.hurry();
    const stop = outbox.subscribe(look);
    look();
    window.addEventListener('online', hurry);
    return () => {
      stop();
      window.removeEventListener('online', hurry);
    };
  }, [outbox]);
  useEffect(() => {
    // At the start, and after a log-in over the page.
    if (!loggedOut) void outbox?.hurry();
  }, [outbox, loggedOut]);
  return state;
};

/** 「3条待上传」, which turns into ✓ by itself. */
const UploadStrip = ({ session }: { readonly session: Session }) => {
  const phone = usePhone(session.staffId);
  const { waiting, refused, sent, sending } = useOutbox(phone?.outbox);
  useEffect(() => {
    if (phone) void keepSession(phone, session);
  }, [phone, session]);
  if (waiting + refused + sent === 0) return null;
  return (
    <div className="strip" role="status" aria-live="polite">
      {waiting > 0 ? <span>{texts.strip.waiting(waiting)}</span> : null}
      {sending && waiting > 0 ? <span className="quiet">{texts.strip.sending}</span> : null}
      {waiting > 0 && !sending ? (
        <Button size="small" onClick={() => void phone?.outbox.hurry()}>
          {texts.strip.now}
        </Button>
      ) : null}
      {waiting === 0 && sent > 0 ? <span className="strip-sent">{texts.strip.sent(sent)}</span> : null}
      {refused > 0 ? (
        <span>
          {texts.strip.refused(refused)} <Link to="/visits">{texts.strip.look}</Link>
        </span>
      ) : null}
    </div>
  );
};

export default UploadStrip;
