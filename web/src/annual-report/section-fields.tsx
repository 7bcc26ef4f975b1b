/** One section of the report: its level, heading and text, moved up and down among the others. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Caret } from './use-caret';
import type { DraftSection, Fault } from './words-data';
import { WrittenField } from './written-field';

interface Props {
  readonly section: DraftSection;
  readonly no: number;
  readonly last: boolean;
  readonly faultsAt: (field: string) => readonly Fault[];
  readonly caret: Caret;
  readonly onSection: (part: Partial<DraftSection>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

export function SectionFields({ section, no, last, faultsAt, caret, onSection, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const { level, heading, text } = section;
  return (
    <fieldset className="words-section">
      <legend>{t('annual.sectionNo', { no: no + 1 })}</legend>
      <div className="deeds">
        <label>
          {t('annual.level')}{' '}
          <select
            className="choice"
            value={level}
            onChange={({ target }) => onSection({ level: Number(target.value) })}
          >
            <option value={1}>{t('annual.levels.first')}</option>
            <option value={2}>{t('annual.levels.second')}</option>
          </select>
        </label>
        <Button disabled={no === 0} onClick={() => onMove(-1)}>
          {t('annual.up')}
        </Button>
        <Button disabled={last} onClick={() => onMove(1)}>
          {t('annual.down')}
        </Button>
        <Button onClick={onRemove}>{t('annual.removeSection')}</Button>
      </div>
      <WrittenField
        label={t('annual.heading')}
        value={heading}
        most={100}
        faults={faultsAt(`sections[${no}].heading`)}
        caret={caret}
        onValue={(next) => onSection({ heading: next })}
      />
      <WrittenField
        label={t('annual.text')}
        value={text}
        most={8000}
        multiline
        faults={faultsAt(`sections[${no}].text`)}
        caret={caret}
        onValue={(next) => onSection({ text: next })}
      />
    </fieldset>
  );
}
