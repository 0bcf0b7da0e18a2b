import { App, Button, Dropdown } from 'antd';
import { useToldSending } from '../../../shared/plain-form/use-sending';
import { exportCases, type Asked } from './export-cases';
import { texts } from './texts';

const formats = [
  { key: 'csv', label: texts.exportCsv },
  { key: 'xlsx', label: texts.exportXlsx },
] as const;

/** The list as a file; what was cut off is said, and stays until it was read. */
export const ExportButton = (asked: Omit<Asked, 'format'>) => {
  const { message, modal } = App.useApp();
  const { busy, send } = useToldSending();
  const start = (format: Asked['format']): Promise<void> =>
    send(async () => {
      const { rows, cutOff } = await exportCases({ ...asked, format });
      if (cutOff) modal.warning({ title: texts.cutOff(rows) });
      else void message.success(texts.exported(rows));
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: formats.map((item) => ({ ...item })), onClick: ({ key }) => void start(key as Asked['format']) }}
    >
      <Button loading={busy}>{busy ? texts.exporting : texts.export}</Button>
    </Dropdown>
  );
};
