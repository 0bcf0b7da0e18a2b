/** The office of a township or of a sub-district: 清水乡人民政府, 腾越街道办事处. */
export const townshipOfficeOf = (name: string): string =>
  name.endsWith('街道') || name.endsWith('办事处') ? `${name.replace(/办事处$/, '')}办事处` : `${name}人民政府`;
