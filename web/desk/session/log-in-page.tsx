import { useTitle } from '../../shared/page/page';
import { LogInForm } from './log-in-form';
import { texts } from './texts';

export const LogInPage = () => {
  useTitle(texts.title);
  return (
    <main className="log-in">
      <div className="log-in-box">
        <h1>{texts.system}</h1>
        <p className="quiet">{texts.purpose}</p>
        <LogInForm />
      </div>
    </main>
  );
};
