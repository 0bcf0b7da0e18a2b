const sentences = {
  rowChanged: '记录在封存之后被改动',
  rowRemoved: '已封存的记录被删除',
  rowBackdated: '记录的时间早于在它之前封存的记录,疑为补插',
  rowUnsealed: '记录早已应当封存而未封存,疑为绕过程序插入',
  sealMissing: '封存链缺号,其间的记录和封条被删除',
  linkBroken: '封条与前一条不相连,疑为被替换',
  anchorMissing: '上次核对时的末条不在链上,链尾被截断或整链被替换',
} as const;

export type FindingKind = keyof typeof sentences;

export interface Finding {
  readonly kind: FindingKind;
  readonly day: string;
  readonly auditId: string;
  readonly says: string;
}

export const sayFinding = (kind: FindingKind, day: string, auditId: string): Finding => ({
  kind,
  day,
  auditId,
  says: `${day} 第 ${auditId} 号:${sentences[kind]}`,
});
