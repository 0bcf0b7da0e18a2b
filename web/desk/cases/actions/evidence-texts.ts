export const texts = {
  signed: (count: number) => `已带入受理时签署的${count}份核对授权,请核对签字人和日期。`,
  owed: (count: number) => `已列入本案现缺的${count}样材料,可以增减。`,
} as const;
