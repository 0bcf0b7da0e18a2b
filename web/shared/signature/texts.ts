export const texts = {
  draw: '请在框内签字(手指、鼠标或电子笔)',
  area: (label: string) => `${label}的签字框`,
  clear: '清除重签',
  again: '重新签字',
  signed: '已签字',
  drawn: '已手写签字',
  scan: '上传签字扫描件',
  photo: '拍照',
  chosen: (name: string) => `已选择:${name}`,
  notImage: '请选择图片(JPEG、PNG、WebP、HEIC)',
} as const;
