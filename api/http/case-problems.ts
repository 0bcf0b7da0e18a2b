/** Codes by which the rules of a case refuse (domain/lifecycle, activities/effects), with their status. */
const byStatus = {
  /** Somebody else may. */
  403: {
    roleNotAllowed: '不是您的岗位办理',
    relativeLockedOut: '近亲属回避',
    proposerCannotDecide: '建议人不能审批',
    investigatorCannotDecide: '调查人不能审批',
    reviewerCannotConfirm: '审查人不能确认',
    endorserCannotReview: '乡镇审批人不能再办',
    assessorCannotDecide: '核算人不能审批',
    verifierCannotDecide: '核实人不能办结',
    notTheAuthority: '不是有权机关',
    notYourOffice: '由其他地区办理',
    notTheReceivingOffice: '由迁入地办理',
  },
  404: { caseUnknown: '没有找到' },
  /** Not now: the case stands elsewhere, or something is missing first. */
  409: {
    stale: '案件已有变化',
    caseClosed: '案件已结案',
    matterNotAllowed: '现在不能登记这种事项',
    notYetStarted: '案件正在登记',
    duplicateApplication: '重复申请',
    factsLocked: '事实已锁定',
    assessmentStale: '核算之后事实有变化',
    assessmentMissing: '尚无核算结果',
    proposalMissing: '尚无建议',
    supplementAskedAlready: '已告知过补正',
    alreadyStarted: '已经启动',
    alreadyExtended: '已延长过',
    alreadyPosted: '已张榜',
    alreadyDelivered: '已送达',
    authorisationMissing: '授权未齐',
    investigationNotStarted: '尚未启动调查',
    visitIncomplete: '入户记录未齐',
    dataCheckNotRequested: '尚未提请核对',
    dataCheckRunning: '核对正在进行',
    dataCheckNotStarted: '尚未发起核对',
    dataCheckMissing: '尚无核对结果',
    notPosted: '尚未张榜',
    notDelegated: '确认权限未下放',
    countyVisitMissing: '县级尚未入户',
    noticeIncomplete: '公示期未满',
    proposalIsToRefuse: '建议为不予确认',
    nothingToDeliver: '没有待送达的文书',
    mattersOpen: '尚有未办结的事项',
    recheckFoundChange: '复核认为有变化',
    recheckFoundNoChange: '复核认为无变化',
    notYetAccepted: '尚未受理',
    noticeNotReady: '还不能公示',
    nothingToPrint: '没有可打印的内容',
    eligibleLeft: '乡镇还有人可办',
    alreadyCounty: '已由县级办理',
    remedyLate: '复议诉讼期限已满',
    redoInstead: '不能直接恢复',
  },
  500: { letterPdfDiffers: '文书的 PDF 有变化', stepBroken: '本步骤未能办理' },
  503: { fontMissing: '没有中文字体' },
  422: {
    inputRefused: '填写的内容不能办理',
    noLabourAbility: '没有劳动能力',
    disputesUnanswered: '住户的异议尚未答复',
  },
} as const;

type Rows = Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export const caseProblems: Rows = Object.fromEntries(
  Object.entries(byStatus).flatMap(([status, titles]) =>
    Object.entries(titles).map(([code, title]) => [code, { status: Number(status), title }]),
  ),
);
