import type { Block } from '../../../domain/letters/typeset/blocks';
import { mm, page } from '../page';
import type { Press } from '../press';
import { drawText } from './text';

const HEIGHT = mm(98);
const CAPTION = 11;

/** Two to a page, whole and turned as the camera held it, with the caption below. */
export const drawPicture = (press: Press, { bytes, caption }: Extract<Block, { kind: 'picture' }>): void => {
  press.room(HEIGHT + CAPTION * 2);
  const top = press.y;
  try {
    const options = { fit: [page.textWidth, HEIGHT] as [number, number], align: 'center', valign: 'center' } as const;
    press.document.image(Buffer.from(bytes), page.left, top, options);
  } catch {
    drawText(press, { kind: 'text', text: '（图片内容无法识别，请查看系统内的原件）', align: 'center', size: 12 });
  }
  press.y = top + HEIGHT + 2;
  drawText(press, { kind: 'text', text: caption, align: 'center', size: CAPTION });
  press.y += 6;
};
