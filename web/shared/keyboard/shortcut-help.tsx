import { Modal } from 'antd';

const keys: readonly (readonly [string, string])[] = [
  ['/', '搜索案件'],
  ['j / k', '下一行 / 上一行'],
  ['Enter', '打开所在行'],
  ['a', '到“现在可以做”'],
  ['g', '回工作台'],
  ['?', '看这张表'],
];

export const ShortcutHelp = ({ open, close }: { readonly open: boolean; readonly close: () => void }) => (
  <Modal open={open} onCancel={close} footer={null} title="快捷键" width={360}>
    <dl className="keys">
      {keys.map(([key, says]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
