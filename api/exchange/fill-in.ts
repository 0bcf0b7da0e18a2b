import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { canonicalJson } from '../../store/crypto';
import { fillInOf, type FillInSection } from '../../store/exchange/fill-in';
import { sqlOf } from '../../store/sql';
import { caseInScope } from '../cases/access';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';

export interface FillIn {
  readonly county: string;
  readonly caseNumber: string;
  readonly sections: readonly FillInSection[];
  /** Of all that is shown: another content is another hash. */
  readonly hash: string;
  readonly persons: readonly string[];
}

/** What there is to enter for a case. @throws AppError notFound, relativeLockedOut, actionNotAllowed where nothing was decided yet */
export const fillInOfCase = async (context: Context, tx: Tx, caseId: string): Promise<FillIn> => {
  const found = await caseInScope({ actor: actorOf(context) }, tx, caseId);
  const county = found.division.slice(0, levelDigits.county);
  const { cipher } = context.store;
  const source = { sql: sqlOf(tx), cipher, parameters: await context.rulebook.parameters(tx) };
  const on = civilDateAt(context.now().getTime());
  const sections = await fillInOf(source, { county, caseId, on });
  if (sections.length === 0)
    throw new AppError('actionNotAllowed', '本案还没有作出决定,没有需要回填的内容;作出决定后再打开');
  const shown = sections.map(({ layout, records }) => [layout.version, records.map(({ key, hash }) => [key, hash])]);
  return {
    county,
    caseNumber: found.number,
    sections,
    hash: cipher.tag('exchange', canonicalJson(shown)).toString('hex'),
    persons: sections.flatMap(({ records }) => records.flatMap(({ personId }) => personId ?? [])),
  };
};
