import { isDivision, isText, rangeOf } from './checks.mjs';
import { moduleText, readYamlTree, refuse, writeIfChanged } from './files.mjs';

const yearProblems = ({ file, data }) =>
  [
    !Number.isInteger(data?.year) && 'year is missing',
    !isText(data?.source) && 'source is missing',
    ...(data?.off ?? []).map(({ range, why }) =>
      rangeOf(range) && isText(why) ? false : `off "${range}" (${why}) is no range with a reason`,
    ),
    ...(data?.worked ?? []).map((day) => (rangeOf(day) ? false : `worked "${day}" is no date`)),
  ]
    .filter(Boolean)
    .map((problem) => `${file}: ${problem}`);

const overlayProblems = ({ file, data }) =>
  [
    !isDivision(data?.division) && 'division is missing',
    ...(data?.days ?? []).map((day) =>
      rangeOf(day.range) && isText(day.why) && isText(day.source)
        ? false
        : `"${day.range}" needs range, why and source`,
    ),
  ]
    .filter(Boolean)
    .map((problem) => `${file}: ${problem}`);

const split = ({ range, ...rest }) => {
  const [from, to] = rangeOf(range);
  return { from, to, ...rest };
};

const overlaysOf = ({ division, days }) =>
  days.map(({ closesOffice = true, kind = 'off', ...day }) => ({ division, kind, closesOffice, ...split(day) }));

/** domain/calendar/{years,local}/*.yaml → generated.ts. @throws naming file and fault. */
export const generateCalendar = () => {
  const years = readYamlTree('domain/calendar/years');
  const local = readYamlTree('domain/calendar/local');
  refuse([...years.flatMap(yearProblems), ...local.flatMap(overlayProblems)]);
  const text = moduleText("import type { CalendarOverlay, CalendarYear } from './types';", [
    {
      name: 'nationalCalendarYears',
      type: 'readonly CalendarYear[]',
      value: years.map(({ data }) => ({ ...data, off: data.off.map(split) })),
    },
    { name: 'localOverlays', type: 'readonly CalendarOverlay[]', value: local.flatMap(({ data }) => overlaysOf(data)) },
  ]);
  return writeIfChanged('domain/calendar/generated.ts', text);
};
