import { App } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { movementKinds, movementKindNames } from '../../../domain/funds/movements';
import { fundProgrammes, fundProgrammeNames, sourceNames, sources } from '../../../domain/funds/sources';
import { api, dataOf, oneOf } from '../../shared/api/client';
import { today } from '../../shared/format/dates';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';
import { useMe } from '../session/api';
import { FUNDS, proposeMovement } from './api';
import { texts } from './texts';

const { movements: words } = texts;
const CENTRAL = 'central';
const COUNTY = 6;

/** The offices that money can come from: the levels above and the own. */
const useGivers = () => {
  const { division } = useMe().current;
  return useQuery({
    queryKey: ['divisions', 'givers', division],
    staleTime: Infinity,
    queryFn: async () => {
      const codes = [2, 4, 6].filter((digits) => digits <= division.length).map((digits) => division.slice(0, digits));
      const places = await Promise.all(
        codes.map((code) => dataOf(api.GET('/api/v1/divisions/{code}', { params: { path: { code } } }))),
      );
      return places.map(({ code, name }) => ({ value: code, label: name }));
    },
  });
};

const fieldsFor = (division: string, givers: readonly { value: string; label: string }[]): readonly PlainField[] => [
  {
    name: 'kind',
    label: words.kind,
    type: 'choice',
    required: true,
    options: movementKindNames.map((value) => ({
      value,
      label: `${movementKinds[value].label}(${movementKinds[value].says})`,
    })),
  },
  {
    name: 'programme',
    label: texts.programme,
    type: 'choice',
    required: true,
    options: fundProgrammeNames.map((value) => ({ value, label: fundProgrammes[value] })),
  },
  { name: 'year', label: texts.year, type: 'text', required: true },
  {
    name: 'source',
    label: words.source,
    type: 'choice',
    required: true,
    options: sourceNames.map((value) => ({ value, label: sources[value].label })),
  },
  {
    name: 'fromDivision',
    label: words.from,
    type: 'choice',
    required: true,
    options: [...(division.length === 2 ? [{ value: CENTRAL, label: words.central }] : []), ...givers],
  },
  ...(division.length === COUNTY
    ? []
    : [
        {
          name: 'toDivision',
          label: words.to,
          type: 'place',
          required: true,
          root: division,
          deepest: COUNTY,
        } as const,
      ]),
  { name: 'amount', label: words.amount, type: 'text', required: true },
  { name: 'documentNumber', label: words.documentNumber, type: 'text', required: true },
  { name: 'onDate', label: words.onDate, type: 'date', required: true },
  { name: 'note', label: words.note, type: 'text' },
];

export const MovementForm = ({ year }: { readonly year: string }) => {
  const { division } = useMe().current;
  const givers = useGivers();
  const change = useChange([FUNDS]);
  const { message } = App.useApp();
  const send = async (values: PlainValues): Promise<void> => {
    const [kind, programme] = [
      oneOf(movementKindNames, values['kind'] ?? ''),
      oneOf(fundProgrammeNames, values['programme'] ?? ''),
    ];
    const source = oneOf(sourceNames, values['source'] ?? '');
    if (!kind || !programme || !source) return;
    const from = values['fromDivision'] ?? '';
    const body = {
      kind,
      programme,
      source,
      year: Number(values['year']),
      fromDivision: from === CENTRAL ? '' : from,
      toDivision: values['toDivision'] ?? division,
      amount: values['amount'] ?? '',
      documentNumber: values['documentNumber'] ?? '',
      onDate: values['onDate'] ?? '',
      ...(values['note'] ? { note: values['note'] } : {}),
    };
    await change(body, (key) => proposeMovement(body, key));
    void message.success(words.saved);
  };
  return (
    <section className="panel no-print">
      <h2>{words.enter}</h2>
      <p className="quiet small">{words.enterHint}</p>
      <PlainForm
        id="fund-movement"
        fields={fieldsFor(division, givers.data ?? [])}
        initial={{ year, onDate: today(), ...(division.length === COUNTY ? {} : { toDivision: division }) }}
        send={send}
        submit={words.submit}
      />
    </section>
  );
};
