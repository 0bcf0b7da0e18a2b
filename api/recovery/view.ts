import { z } from 'zod';
import type { Recovery } from '../../generated/prisma/client';
import { nameOf, pathOf } from '../../domain/divisions';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { yuanFromFen } from '../../domain/money';
import {
  causes,
  faults,
  recoveryStates,
  type RecoveryCause,
  type RecoveryFault,
  type RecoveryState,
} from '../../domain/recovery/steps';
import { exampleCaseId } from '../cases/application/example-case';

const Money = z.string().meta({ description: '元' });
export const stateNames = Object.keys(recoveryStates) as [RecoveryState, ...RecoveryState[]];

export const RecoverySummary = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    applicantName: z.string(),
    programmeLabel: z.string(),
    township: z.string(),
    townshipName: z.string(),
    divisionPath: z.string(),
    cause: z.string(),
    causeLabel: z.string(),
    fault: z.string(),
    faultLabel: z.string().nullable().meta({ description: '核实前为空' }),
    state: z.enum(stateNames),
    stateLabel: z.string(),
    todo: z.string().nullable(),
    version: z.int(),
    overpaid: Money.meta({ description: '多发(元)=已收回+已核销+未收回' }),
    recovered: Money,
    writtenOff: Money,
    outstanding: Money,
    openedOn: z.string(),
    settledOn: z.string().nullable(),
  })
  .meta({ id: 'RecoverySummary', description: '一户的一项追缴' });

export const summaryView = (row: Recovery): z.input<typeof RecoverySummary> => {
  const state = row.state as RecoveryState;
  const shown: { readonly label: string; readonly todo?: string } = recoveryStates[state];
  return {
    id: row.id,
    caseId: row.caseId,
    applicantName: row.applicantName,
    programmeLabel: isProgramme(row.programme) ? programmes[row.programme].label : row.programme,
    township: row.township,
    townshipName: nameOf(row.township),
    divisionPath: pathOf(row.township),
    cause: row.cause,
    causeLabel: causes[row.cause as RecoveryCause],
    fault: row.fault,
    faultLabel: row.fault === 'unknown' ? null : faults[row.fault as RecoveryFault],
    state,
    stateLabel: shown.label,
    todo: shown.todo ?? null,
    version: row.version,
    overpaid: yuanFromFen(row.overpaidFen),
    recovered: yuanFromFen(row.recoveredFen),
    writtenOff: yuanFromFen(row.writtenOffFen),
    outstanding: yuanFromFen(row.outstandingFen),
    openedOn: row.openedOn,
    settledOn: row.settledOn,
  };
};

export const exampleSummary: z.input<typeof RecoverySummary> = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c31',
  caseId: exampleCaseId,
  applicantName: '甲示例',
  programmeLabel: '低保',
  township: '530581001',
  townshipName: '腾越街道',
  divisionPath: '云南省保山市腾冲市腾越街道',
  cause: 'death',
  causeLabel: '死亡后继续发放',
  fault: 'unknown',
  faultLabel: null,
  state: 'found',
  stateLabel: '待核实',
  todo: '核对多发的月份和原因,分清工作差错与骗取',
  version: 0,
  overpaid: '300.00',
  recovered: '0.00',
  writtenOff: '0.00',
  outstanding: '300.00',
  openedOn: '2022-10-20',
  settledOn: null,
};
