/** Words for fields that the server's schema leaves without a title. */
export const fieldWords: Readonly<Record<string, string>> = {
  joinedOn: '加入日期',
  leftOn: '离开日期',
  member: '新成员',
  relation: '与申请人关系',
};

/** Words for choices that the server leaves without one; `field.value` where the value alone would be read differently. */
export const choiceWords: Readonly<Record<string, string>> = {
  birth: '出生',
  divorce: '离婚',
  missing: '失踪',
  movedOut: '迁出、分户',
  prison: '服刑',
  returned: '返回家庭',
  'because.marriage': '婚嫁',
};
