import { programmes } from '../../domain/lifecycle/programmes';

/** Limits of a stage at whose end the case goes on by itself, and what happens then; one index has exactly these. */
export const clocks: Readonly<Record<string, string>> = {
  publicNotice: '公示期满,系统自动转下一环节',
  supplement: '等申请人补正材料;期满未补正,视为撤回',
  gradualExit: '渐退期满,系统自动停止保障',
  suit: '救济期满,系统自动结案',
};

/** The stages that such a limit can run in. */
export const clockStages: readonly string[] = [
  ...new Set(
    Object.values(programmes).flatMap(({ table }) =>
      Object.entries(table).flatMap(([stage, { limits }]) =>
        Object.keys(limits).some((kind) => kind in clocks) ? stage : [],
      ),
    ),
  ),
];
