/** What the law asks of a step, in a sentence, with the clause; restated from 《最低生活保障审核确认办法》. */
const laws: Readonly<Record<string, string>> = {
  accept: '材料齐备的,应当受理。(第十条)',
  askSupplement: '材料不齐备的,应当一次性告知补齐所有规定材料;能通过政务平台查询的,不得要求重复提交。(第十条)',
  recordAuthorisation: '申请人应当授权核查家庭经济状况并予以配合。(第九条)',
  startInvestigation: '乡镇(街道)应当自受理之日起3个工作日内启动家庭经济状况调查。(第十五条)',
  recordVisit: '每组调查人员不得少于2人;调查表由调查人员和在场的家庭成员签字。紧急情况下可以电话或视频调查。(第十六条)',
  startDataCheck: '县级民政部门应当自乡镇提请之日起3个工作日内发起信息核对。(第十七条)',
  disputeDataCheck: '申请人对核对结果有异议并提供证明的,应当重新核对。(第十八条)',
  approveProposal: '初审意见应当在申请家庭所在村(社区)公示7天。(第十九条)',
  recordPosting: '公示期7天,从张榜之日起算。(第十九条)',
  raiseObjection: '公示有异议的,应当再次组织调查核实,或者开展民主评议。(第十九条)',
  recommend: '县级民政部门应当自收到材料之日起10个工作日内提出审查意见。(第二十条)',
  recordCountyVisit: '近亲属备案的、审核中有投诉举报的,县级民政部门应当全部入户调查。(第二十条)',
  confirm: '自作出确认决定的下一个月起发给最低生活保障金。(第二十一条)',
  refuse: '不予确认的,应当自作出决定起3个工作日内通过乡镇书面告知并说明理由。(第二十一条)',
  extend: '情况特殊的,办理期限可以延长至45个工作日。(第二十二条)',
  stopForNonCooperation: '无正当理由拒不配合的,可以终止审核确认程序。(第二十九条)',
};

export const lawOf = (action: string): string | undefined => laws[action];
