/** Where a public notice stands for those who hang it up, with the sentence of what is to be done. */
export const noticeStates = {
  toPost: { label: '待张榜', todo: '打印公示单张榜,拍照并登记' },
  running: { label: '公示中', todo: '公示期满自动转下一环节,期间接收异议' },
  endPhoto: { label: '待拍结束照片', todo: '拍公示结束照片并登记,然后取下公示' },
  objected: { label: '有异议', todo: '重新调查或组织民主评议,之后重新公示' },
} as const;

export type NoticeState = keyof typeof noticeStates;
export const noticeStateNames = Object.keys(noticeStates) as [NoticeState, ...NoticeState[]];
