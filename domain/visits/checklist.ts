/** What two investigators look at in a home (《最低生活保障审核确认办法》第十五条: 入户调查). */
export const checklist = {
  residents: '实际居住的人与申报一致',
  dwelling: '住房与申报一致',
  livelihood: '生活用水、用电、取暖正常',
  belongings: '家中没有与困难状况明显不符的物品',
  vehicle: '没有未申报的机动车、大型农机具',
  work: '劳动力就业情况与申报一致',
  health: '患病、残疾情况与申报一致',
  support: '赡养、抚养、扶养人履行义务',
} as const;

export type ChecklistItem = keyof typeof checklist;
export const checklistItems = Object.keys(checklist) as [ChecklistItem, ...ChecklistItem[]];

/** What was seen of an item. */
export const checklistAnswers = { yes: '是', no: '否', unseen: '没看到' } as const;
export type ChecklistAnswer = keyof typeof checklistAnswers;
export const checklistAnswerNames = Object.keys(checklistAnswers) as [ChecklistAnswer, ...ChecklistAnswer[]];
