import { z } from 'zod';
import { stayReasons, type Outlook as Found } from '../../store/payment-files/reissue-corrected';

/** How many lines can be paid anew at once, and why the others stay. */
export const Outlook = z.object({
  ready: z.int().meta({ description: '账户已由两人更正、没有未了结核查的户次' }),
  stays: z.array(z.object({ reason: z.enum(stayReasons), label: z.string(), lines: z.int() })),
});

export const exampleOutlook: Found = {
  ready: 31,
  stays: [{ reason: 'accountNotCorrected', label: '账户还没有更正并由另一人复核', lines: 2 }],
};
