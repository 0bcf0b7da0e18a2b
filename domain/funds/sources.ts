/** Whose budget the money comes from. */
export const sources = {
  central: { label: '中央', digits: 0 },
  provincial: { label: '省级', digits: 2 },
  prefecture: { label: '州市级', digits: 4 },
  county: { label: '县级', digits: 6 },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly digits: number }>>;

export type Source = keyof typeof sources;
export const sourceNames = Object.keys(sources) as readonly Source[];
export const isSource = (text: string): text is Source => Object.hasOwn(sources, text);

/** What money is granted for: a line of one is never spent on another (专款专用). */
export const fundProgrammes = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
  temporaryAssistance: '临时救助',
} as const;

export type FundProgramme = keyof typeof fundProgrammes;
export const fundProgrammeNames = Object.keys(fundProgrammes) as readonly FundProgramme[];
export const labelOfProgramme = (programme: string): string =>
  Object.hasOwn(fundProgrammes, programme) ? fundProgrammes[programme as FundProgramme] : programme;
