/** What a household's file must hold, as far as the case has come. */
export interface FileContents {
  /** Stages left or reached, in no order. */
  readonly stages: ReadonlySet<string>;
  /** Actions taken so far. */
  readonly actions: ReadonlySet<string>;
  /** Kinds of the documents uploaded. */
  readonly documents: ReadonlySet<string>;
  /** Names of adults who must authorise and have no scan of it on file. */
  readonly unauthorised: readonly string[];
  /** The application that was filed is on file. */
  readonly application: boolean;
  readonly applyingThrough: 'self' | 'village' | 'delegate';
  readonly assessments: number;
  /** Titles of letters whose delivery is not recorded. */
  readonly undelivered: readonly string[];
}

export interface Requirement {
  readonly id: string;
  /** The stage that it belongs to; asked for once the case has come there. */
  readonly stage: string;
  readonly label: string;
  /** What to do about it. */
  readonly todo: string;
  readonly applies?: (file: FileContents) => boolean;
  readonly missing: (file: FileContents) => boolean | readonly string[];
}

const without =
  (kind: string) =>
  ({ documents }: FileContents): boolean =>
    !documents.has(kind);
const after =
  (action: string) =>
  ({ actions }: FileContents): boolean =>
    actions.has(action);

/** By stage, in the order of the paper file. */
export const requirements: readonly Requirement[] = [
  {
    id: 'application',
    stage: 'submitted',
    label: '申请表',
    todo: '请补录申请表,或上传纸质申请表的扫描件(其他)',
    missing: ({ application }) => !application,
  },
  {
    id: 'identity',
    stage: 'submitted',
    label: '身份证、户口簿',
    todo: '请上传身份证、户口簿的照片或扫描件',
    missing: without('identity'),
  },
  {
    id: 'promise',
    stage: 'submitted',
    label: '诚信承诺书',
    todo: '请上传申请人签字的诚信承诺书',
    missing: without('promise'),
  },
  {
    id: 'delegation',
    stage: 'submitted',
    label: '委托书',
    // Whoever applies for another, the village committee too, needs one: 委托申请的,应当办理相应委托手续.
    todo: '请上传申请人签字的委托书',
    applies: ({ applyingThrough }) => applyingThrough !== 'self',
    missing: without('delegation'),
  },
  {
    id: 'authorisation',
    stage: 'investigating',
    label: '核对授权书',
    todo: '请上传该成员签字的核对授权书',
    missing: ({ unauthorised }) => unauthorised,
  },
  {
    id: 'visitForm',
    stage: 'investigating',
    label: '入户调查表',
    todo: '请上传两名调查人员和家庭成员签字的入户调查表',
    missing: without('visitForm'),
  },
  {
    id: 'visitPhoto',
    stage: 'investigating',
    label: '入户照片',
    todo: '请上传入户照片',
    missing: without('visitPhoto'),
  },
  {
    id: 'dataCheck',
    stage: 'investigating',
    label: '家庭经济状况核对报告',
    todo: '请上传核对报告',
    missing: without('dataCheck'),
  },
  {
    id: 'assessment',
    stage: 'proposed',
    label: '核算说明',
    todo: '请重新提出初审建议,系统会冻结核算说明',
    missing: ({ assessments }) => assessments === 0,
  },
  {
    id: 'postingPhoto',
    stage: 'publicised',
    label: '张榜照片',
    todo: '请张榜并上传张榜照片',
    missing: without('postingPhoto'),
  },
  {
    id: 'endPhoto',
    stage: 'publicised',
    label: '公示结束照片',
    todo: '请在公示期满时拍照上传',
    applies: after('recordPosting'),
    missing: without('endPhoto'),
  },
  {
    id: 'objection',
    stage: 'objected',
    label: '异议材料',
    todo: '请上传异议材料或谈话记录',
    missing: without('objection'),
  },
  {
    id: 'appraisal',
    stage: 'objected',
    label: '民主评议记录',
    todo: '请上传民主评议记录',
    applies: after('holdAppraisal'),
    missing: without('appraisal'),
  },
  {
    id: 'delivery',
    stage: 'delivery',
    label: '送达回证',
    todo: '请送达并登记送达情况',
    missing: ({ undelivered }) => undelivered,
  },
];
