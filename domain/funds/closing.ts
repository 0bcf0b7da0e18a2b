/** The figures of a budget line at the end of its year, in the order of the table, each with what it tells. */
export const closingFigures = {
  carriedIn: '上年结转',
  allocated: '本年下达',
  arrived: '本年到账',
  spent: '已支出,扣除退回和追回',
  onTheWay: '已送发放、尚未确认到账',
  released: '已拨付下级,扣除下级退回',
  carriedOut: '结转下年',
  handedBack: '退回上级',
  left: '结余:上年结转+到账−支出−在途−拨付下级−结转−退回',
} as const;

export type ClosingFigure = keyof typeof closingFigures;
export const closingFigureNames = Object.keys(closingFigures) as readonly ClosingFigure[];
