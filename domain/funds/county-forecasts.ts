import { forecast, type Forecast } from './forecast';

interface Need {
  readonly county: string;
  readonly programme: string;
  readonly month: string;
  readonly fen: string;
}

interface Room {
  readonly county: string;
  readonly programme: string;
  readonly year: number;
  readonly fen: string;
}

export interface CountyForecast extends Forecast {
  readonly county: string;
  readonly programme: string;
}

/** The forecast of each county and programme that has needs; rows as the database gives them, in order of month. */
export const countyForecasts = (needs: readonly Need[], rooms: readonly Room[]): readonly CountyForecast[] => {
  const keys = [...new Set(needs.map(({ county, programme }) => `${county}/${programme}`))];
  return keys.map((key) => {
    const [county = '', programme = ''] = key.split('/');
    const of = (row: { readonly county: string; readonly programme: string }): boolean =>
      row.county === county && row.programme === programme;
    const room = new Map(rooms.filter(of).map(({ year, fen }) => [year, BigInt(fen)]));
    const own = needs.filter(of).map(({ month, fen }) => ({ month, fen: BigInt(fen) }));
    return { county, programme, ...forecast(own, room) };
  });
};
