import { showYuan } from '../../shared/format/money';
import { texts } from './texts';

interface Props {
  readonly withheld: string;
  /** What goes to the bank, where it is one line's. */
  readonly paidOut?: string;
}

/** Under an amount, what of it is kept back with the household's written consent; nothing where nothing is. */
export const Withheld = ({ withheld, paidOut }: Props) =>
  withheld === '0.00' ? null : (
    <div className="quiet small">
      {paidOut === undefined
        ? texts.withheld.sum(showYuan(withheld))
        : texts.withheld.line(showYuan(withheld), showYuan(paidOut))}
    </div>
  );
