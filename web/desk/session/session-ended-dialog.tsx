import { Modal } from 'antd';
import { sessionEnded } from '../../shared/api/session-ended';
import { LogInForm } from './log-in-form';
import { texts } from './texts';

/** Over the page, not instead of it: what was typed stays where it is. */
export const SessionEndedDialog = () => (
  <Modal
    open={sessionEnded.use()}
    title={texts.ended}
    footer={null}
    closable={false}
    mask={{ closable: false }}
    keyboard={false}
    width={400}
    destroyOnHidden
  >
    <p className="quiet">{texts.endedHint}</p>
    <LogInForm />
  </Modal>
);
