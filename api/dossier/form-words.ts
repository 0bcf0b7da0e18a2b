import { words } from '../assessments/words';

type Group = keyof typeof words;

/** The word for a choice as it is printed. */
export const say = (group: Group, choice: string | undefined): string => {
  const spellings = words[group] as Readonly<Record<string, readonly string[]>>;
  return choice === undefined ? '' : (spellings[choice]?.[0] ?? choice);
};

export const routeWords: Readonly<Record<string, string>> = {
  hukou: '户籍地申请',
  residencePermit: '凭居住证在居住地申请',
  severalHukou: '家庭成员户籍不在一处,在其中一地申请',
};
export const throughWords: Readonly<Record<string, string>> = {
  self: '本人申请',
  village: '村(居)民委员会代为申请',
  delegate: '委托他人申请',
};
export const mannerWords: Readonly<Record<string, string>> = { signature: '签名', thumbprint: '按手印' };
