import { checkFact } from '../facts/check-fact';
import { factTables } from '../facts/fields';
import { identityOf, memberName, type Content } from './content';
import { memberFields, relativeFields } from './member-fields';

export type Part = 'application' | 'members' | 'incomes' | 'expenses' | 'assets' | 'relatives' | 'papers' | 'submit';

export interface Missing {
  readonly part: Part;
  readonly path: string;
  readonly sentence: string;
}

const application = (content: Content): Missing[] => {
  const need: readonly (readonly [boolean, string, string])[] = [
    [content.division.length < 9, 'division', '请选择申请地'],
    [!content.area, 'area', '请选择城市或农村'],
    [!content.address?.trim(), 'address', '请填写住址'],
    [content.applyingThrough === 'delegate' && !content.delegation?.['name'], 'delegation.name', '请填写受托人姓名'],
    [content.applyingThrough === 'delegate' && !content.delegation?.['paper'], 'delegation.paper', '请填写委托书'],
  ];
  return need.filter(([missing]) => missing).map(([, path, sentence]) => ({ part: 'application', path, sentence }));
};

const members = ({ members: list }: Content, on: string): Missing[] =>
  list.flatMap((member, index) => {
    const who = memberName(member, index);
    const hasNumber = Boolean(member['idNumber']);
    const { problem } = identityOf(member, on);
    const found = Object.entries(checkFact(memberFields(hasNumber), member)).map(([name, sentence]) => ({
      part: 'members' as const,
      path: `members[${index}].${name}`,
      sentence: `${who}:${sentence}`,
    }));
    return problem
      ? [...found, { part: 'members' as const, path: `members[${index}].idNumber`, sentence: `${who}:${problem}` }]
      : found;
  });

const lists = (content: Content): Missing[] =>
  factTables.flatMap(({ list, one, fields }) =>
    content[list].flatMap((fact, index) =>
      Object.entries(checkFact(fields, fact)).map(([name, sentence]) => ({
        part: list,
        path: `${list}[${index}].${name}`,
        sentence: `第${index + 1}${one.slice(1)}:${sentence}`,
      })),
    ),
  );

const relatives = (content: Content): Missing[] => {
  const part = 'relatives' as const;
  if (content.hasRelatives === 'no') return [];
  if (content.hasRelatives === undefined && content.relatives.length === 0)
    return [{ part, path: 'hasRelatives', sentence: '请回答有没有近亲属须备案' }];
  if (content.relatives.length === 0) return [{ part, path: 'hasRelatives', sentence: '请增加须备案的近亲属' }];
  return content.relatives.flatMap((relative, index) =>
    Object.entries(checkFact(relativeFields, relative)).map(([name, sentence]) => ({
      part,
      path: `relatives[${index}].${name}`,
      sentence: `第${index + 1}名近亲属:${sentence}`,
    })),
  );
};

/** All that is missing, in the order of the form: what is said once to the applicant. */
export const missingOf = (content: Content, on: string): readonly Missing[] => [
  ...application(content),
  ...members(content, on),
  ...lists(content),
  ...relatives(content),
  ...(content.beneficiaryScope === 'singlePerson' && !content.beneficiary
    ? [{ part: 'submit' as const, path: 'beneficiary', sentence: '请选择单人户的保障对象' }]
    : []),
  ...(content.promise ? [] : [{ part: 'submit' as const, path: 'promise', sentence: '申请人还没有承诺所填情况真实' }]),
];

/** The part of the form in which a field of the server's answer lies. */
export const partOf = (path: string): Part => {
  const head = /^[a-z]+/i.exec(path)?.[0] ?? '';
  if (head === 'hasRelatives') return 'relatives';
  const parts: readonly string[] = ['members', 'incomes', 'expenses', 'assets', 'relatives'];
  if (parts.includes(head)) return head as Part;
  return ['promise', 'beneficiary', 'beneficiaryScope'].includes(head) ? 'submit' : 'application';
};

/** A field error of the server as an entry of the same list; a submitted draft is checked as `content`. */
export const fromServer = (path: string, message: string): Missing => {
  const own = path.replace(/^content\./, '');
  return { part: partOf(own), path: own, sentence: message };
};

/** The id of the control of a path: `members[0].idNumber` → `members-0-idNumber`. */
export const controlOf = (path: string): string => path.replace(/\[(\d+)\]/g, '-$1').replaceAll('.', '-');
