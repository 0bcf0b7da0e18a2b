import { Button, Input } from 'antd';
import {
  checklist,
  checklistAnswerNames,
  checklistAnswers,
  checklistItems,
  type ChecklistItem,
} from '../../../../../domain/visits/checklist';
import { texts } from '../../texts';
import { Choices } from '../choices';
import type { Sheet } from '../model';
import type { StepProps } from './step';

const words = texts.checklist;
const options = checklistAnswerNames.map((value) => ({ value, label: checklistAnswers[value] }));

/** What is seen in the home, item by item. */
export const ChecklistStep = ({ visit: { sheet, change } }: StepProps) => {
  const put = (item: ChecklistItem, seen: Sheet['checklist'][ChecklistItem]): void =>
    change({ checklist: { ...sheet.checklist, [item]: seen } });
  const allYes = (): void =>
    change({
      checklist: { ...Object.fromEntries(checklistItems.map((item) => [item, { answer: 'yes' }])), ...sheet.checklist },
    });
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <Button size="large" block className="gap" onClick={allYes}>
        {words.allYes}
      </Button>
      <ul className="visit-list">
        {checklistItems.map((item) => {
          const seen = sheet.checklist[item];
          return (
            <li key={item} className="panel">
              <p className="strong">{checklist[item]}</p>
              <Choices
                label={checklist[item]}
                value={seen?.answer}
                options={options}
                change={(answer) => put(item, { ...(seen?.note ? { note: seen.note } : {}), answer })}
              />
              {seen?.answer === 'no' ? (
                <Input.TextArea
                  aria-label={`${words.note}:${checklist[item]}`}
                  placeholder={words.note}
                  rows={2}
                  maxLength={500}
                  value={seen.note ?? ''}
                  onChange={({ target }) =>
                    put(item, { answer: 'no', ...(target.value ? { note: target.value } : {}) })
                  }
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
};
