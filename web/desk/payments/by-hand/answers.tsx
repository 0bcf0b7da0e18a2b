import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { MoreButton } from '../../../shared/page/more-button';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { Checker, CheckList } from '../../checking/checker';
import { useMay } from '../../session/api';
import { evidenceOf, useDecideAnswer, useHandAnswers, type HandAnswer } from './api';
import { texts } from './texts';

const About = ({ answer }: { readonly answer: HandAnswer }) => (
  <>
    <div className="strong">{texts.says(answer.about, answer.lines, showYuan(answer.amount), answer.result.label)}</div>
    <div>{[answer.paidOn ? texts.paidOnDay(showDate(answer.paidOn)) : answer.reason, answer.note].join(';')}</div>
    <a href={evidenceOf(answer.id)} target="_blank" rel="noreferrer">
      {texts.evidence(answer.evidence)}
    </a>
  </>
);

/** What was entered for the bank in a run, and the checker's answer to it. */
export const HandAnswers = ({ runId }: { readonly runId: string }) => {
  const may = useMay('payment.readAnswers');
  const answers = useHandAnswers(runId, may);
  const decide = useDecideAnswer();
  if (!may) return null;
  return (
    <section aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="quiet small no-print">{texts.hint}</p>
      <AsyncView query={answers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={texts.none} />;
          return (
            <CheckList label={texts.title}>
              {items.map((answer) => (
                <Checker
                  key={answer.id}
                  entry={answer}
                  permission="payment.checkAnswer"
                  give={(verdict) => decide(answer.id, verdict)}
                >
                  <About answer={answer} />
                </Checker>
              ))}
            </CheckList>
          );
        }}
      </AsyncView>
      <MoreButton pages={answers} label={texts.more} />
    </section>
  );
};
