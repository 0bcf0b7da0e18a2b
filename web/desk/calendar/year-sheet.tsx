import './calendar.css';
import { texts } from './texts';
import { monthsOf, type Day, type YearDays } from './year-days';

const signs: Readonly<Record<Day['kind'], string>> = {
  work: '',
  weekend: '',
  off: '休',
  madeUp: '班',
  localOff: '地',
  localWork: '班',
};

const DayCell = ({ day }: { readonly day: Day }) => {
  const words = [texts.dayKinds[day.kind], day.why].filter(Boolean).join(' ');
  return (
    <span className={`day day-${day.kind}`} title={words}>
      {Number(day.date.slice(8))}
      {signs[day.kind] ? <b aria-label={words}>{signs[day.kind]}</b> : null}
    </span>
  );
};

/** Twelve small months; a sign stands with each colour, so that colour is never alone. */
export const YearSheet = ({ year, given }: { readonly year: number; readonly given: YearDays }) => (
  <>
    <p className="small legend">
      <span className="day day-off">休</span> {texts.off}
      <span className="day day-madeUp">班</span> {texts.worked}
      <span className="day day-localOff">地</span> {texts.local}
    </p>
    <div className="year-sheet">
      {monthsOf(year, given).map(({ month, blanks, days }) => (
        <section key={month} aria-label={`${year}年${month}月`} className="month">
          <h3>{`${month}月`}</h3>
          <div className="weeks">
            {texts.weekdays.map((name) => (
              <span key={name} className="weekday" aria-hidden="true">
                {name}
              </span>
            ))}
            {Array.from({ length: blanks }, (_, index) => (
              <span key={`blank-${index}`} />
            ))}
            {days.map((day) => (
              <DayCell key={day.date} day={day} />
            ))}
          </div>
        </section>
      ))}
    </div>
  </>
);
