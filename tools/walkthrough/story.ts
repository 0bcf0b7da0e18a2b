export interface Told {
  /** Name of the picture: docs/walkthrough/story-NAME.webp. */
  readonly picture: string;
  readonly title: string;
  readonly who: string;
  readonly says: string;
}

export interface Chapter {
  readonly title: string;
  readonly steps: readonly Told[];
}

const clerk = '街道经办人';
const county = '市民政局';

/** One household from application to closing; the browser test walks it and takes a picture of each step. */
export const story: readonly Chapter[] = [
  {
    title: '申请',
    steps: [
      {
        picture: 'intake',
        title: '逐人录入,随填随算',
        who: clerk,
        says: '杨守田到街道窗口申请低保。身份证号当场校验、自动带出出生日期和年龄;右侧随填随算,先看到是否符合、每月多少钱。',
      },
      {
        picture: 'papers',
        title: '材料一次告知,当场签字',
        who: clerk,
        says: '还缺的材料列成一张清单,一次告知。户口簿用手机拍照上传,诚信承诺和核对授权在屏幕上手写签名。',
      },
      {
        picture: 'submitted',
        title: '提交后开始计时',
        who: clerk,
        says: '提交后案件进入“待审查材料”,页面写明下一步、由谁办、到哪天为止。',
      },
      {
        picture: 'accepted',
        title: '受理',
        who: clerk,
        says: '材料齐全,予以受理。法定时限和承诺时限从这天起算,本环节要完成的授权、入户、核对逐项列出。',
      },
    ],
  },
  {
    title: '入户调查',
    steps: [
      {
        picture: 'visit-facts',
        title: '带着手机入户',
        who: `${clerk}和同去的驻村干部`,
        says: '入户资料先下载到手机,没有网络也能填。申报的收入一项一项问:没变的点一下“未变”。',
      },
      {
        picture: 'visit-sum',
        title: '当面算账',
        who: `${clerk}和住户`,
        says: '手机按同一套规则算给住户听,每一行都由住户认可,或者记下他(她)的异议。',
      },
      {
        picture: 'visit-signed',
        title: '离开前签字',
        who: '两名调查人员和住户',
        says: '三个签字缺一不可;有网络后自动上传一次,手机上的资料随即删除。',
      },
      {
        picture: 'data-check',
        title: '信息核对',
        who: `${county}核对岗`,
        says: '核对岗收到提请后发起核对,登记核对结果;授权没签齐之前,这一步不能办,页面会说明原因。',
      },
    ],
  },
  {
    title: '初审与公示',
    steps: [
      {
        picture: 'proposal',
        title: '提出初审建议',
        who: clerk,
        says: '建议旁边就是金额说明:每一笔收入、扣减、标准和结果,逐行写明条款和参数。',
      },
      {
        picture: 'approval',
        title: '同意初审建议',
        who: '街道审批人',
        says: '审批人看到轮到自己,读完全案后同意,案件转入公示。',
      },
      {
        picture: 'board',
        title: '打印公示单',
        who: clerk,
        says: '公示单写明申请人姓名、保障人数和金额,不出现未成年人、身份证号和病情。',
      },
      {
        picture: 'posted',
        title: '张榜并拍照',
        who: clerk,
        says: '贴到社区公开栏后拍照登记,照片作为公示的证据;七天从这天起算。',
      },
      {
        picture: 'public-notice',
        title: '群众在手机上看公示',
        who: '任何人,不用登录',
        says: '公示网页隐去部分姓名,按州市、县、街道一级一级找到。',
      },
      {
        picture: 'public-objection',
        title: '提出异议',
        who: '一位邻居',
        says: '邻居写下知道的情况,不必留姓名;系统收到后自动中止公示,转异议处理。',
      },
      {
        picture: 'appraisal',
        title: '民主评议',
        who: clerk,
        says: '经办人按异议组织民主评议,登记到会人数、票数和结论;审批人同意后重新公示七天。',
      },
    ],
  },
  {
    title: '县级审核确认',
    steps: [
      {
        picture: 'review',
        title: '公示期满自动转办',
        who: `${county}审查岗`,
        says: '期满那天的24时,系统自动把案件转到县级。审查岗在工作台上看到它,提出审查意见。',
      },
      {
        picture: 'confirmed',
        title: '予以确认',
        who: `${county}审批人`,
        says: '审批人确认后,待遇从下月起享受;每月金额由哪几项组成,写在“待遇”里。',
      },
      {
        picture: 'letter',
        title: '文书送达',
        who: clerk,
        says: '确认通知书按公文格式自动生成,送达时登记方式、日期和签收人。',
      },
    ],
  },
  {
    title: '保障中',
    steps: [
      {
        picture: 'payment',
        title: '第一笔低保金到账',
        who: clerk,
        says: '县里按月发放:名单自动生成,街道核对,县级审核,财政拨付,银行回盘逐笔入账。“发放记录”把每月应发、实发和差额的原因放在一起。',
      },
      {
        picture: 'recheck',
        title: '定期复核',
        who: clerk,
        says: '到期前三十天,系统自动启动复核,出现在经办人的工作台上。',
      },
      {
        picture: 'change',
        title: '收入有了变化',
        who: clerk,
        says: '复核时得知杨守田到工业园区上班。新的收入从哪天起、依据什么,写成一条新记录,旧的不删。',
      },
    ],
  },
  {
    title: '渐退与结案',
    steps: [
      {
        picture: 'exit-proposal',
        title: '建议渐退',
        who: clerk,
        says: '人均收入超过标准是因为就业,依规定给予渐退期,而不是马上停保。',
      },
      {
        picture: 'leaving',
        title: '渐退中',
        who: `${county}审批人`,
        says: '批准后案件进入渐退:哪几个月、每月多少、哪天结束,都已写明。',
      },
      {
        picture: 'stopped',
        title: '渐退期满,停止保障',
        who: clerk,
        says: '期满那天系统自动停止保障并出具通知书;经办人送达并登记回证,写明救济的途径和期限。',
      },
      {
        picture: 'closed',
        title: '结案',
        who: '系统',
        says: '救济期满,案件自动结案。从申请到结案的每一步、每一个人,都在“过程”里。',
      },
    ],
  },
];
