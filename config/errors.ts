import { AppError } from '../domain/errors';
import type { Setting } from './settings';

const HOW = '用 npm start 启动会自动设置;自行部署请看 docs/operations.md';

export const missingSetting = ({ variable, means }: Setting): AppError =>
  new AppError(
    'settingMissing',
    `缺少环境变量 ${variable}:${means}。${HOW} (missing environment variable ${variable})`,
    {
      variable,
    },
  );

export const wrongSetting = ({ variable }: Pick<Setting, 'variable'>, why: string): AppError =>
  new AppError('settingWrong', `环境变量 ${variable} 有误:${why} (bad environment variable ${variable})`, { variable });

export const wrongKeyRing = (why: string): AppError =>
  new AppError('keyRingWrong', `密钥环有误:${why}。请从备份恢复 keys.json,切勿另造:旧数据只能用旧密钥解开`);
