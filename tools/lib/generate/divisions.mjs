import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../files.mjs';
import { isDate, isDivision, isText } from './checks.mjs';
import { moduleText, readYamlTree, refuse, writeIfChanged } from './files.mjs';

const changeProblems = (names) => (change) =>
  [
    !isDivision(change.code) && `old code "${change.code}" is none`,
    names[change.code] !== undefined && `${change.code} is still in use`,
    names[change.successor] === undefined && `successor ${change.successor} of ${change.code} is unknown`,
    !isText(change.name) && `${change.code} has no name`,
    !isDate(change.until) && `${change.code} ends on no date`,
  ]
    .filter(Boolean)
    .map((problem) => `domain/divisions/data: ${problem}`);

/** domain/divisions/data → generated.ts. @throws naming what is wrong. */
export const generateDivisions = () => {
  const file = join(root, 'domain/divisions/data/yunnan.json');
  if (!existsSync(file)) return undefined;
  const { names } = JSON.parse(readFileSync(file, 'utf8'));
  const changes = readYamlTree('domain/divisions/data').flatMap(({ data }) => data.changes);
  refuse(changes.flatMap(changeProblems(names)));
  const text = moduleText("import type { DivisionChange } from './types';", [
    { name: 'currentNames', type: 'Readonly<Record<string, string>>', value: names },
    { name: 'divisionChanges', type: 'readonly DivisionChange[]', value: changes },
  ]);
  return writeIfChanged('domain/divisions/generated.ts', text);
};
