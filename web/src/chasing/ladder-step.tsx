/** One step of a ladder: its day, whom it tells, by what, in what tone. */
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Kind, type Step, whomOf } from './ladder-data';

interface Props {
  readonly no: number;
  readonly step: Step;
  readonly kind: Kind;
  readonly wrong: string | undefined;
  readonly onChange: (step: Step) => void;
  readonly onRemove: (() => void) | undefined;
}

const outward = ['email', 'robot'] as const;
const tones = ['remind', 'urge', 'escalate'] as const;

export function LadderStep({ no, step, kind, wrong, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const name = t('chasing.stepNo', { no: no + 1 });
  return (
    <li className="rung" aria-label={name}>
      <InputNumber
        aria-label={`${name} ${t('chasing.offset')}`}
        min={kind === 'task' ? -60 : 1}
        max={60}
        precision={0}
        value={step.offset}
        suffix={t('chasing.offset')}
        onChange={(offset) => onChange({ ...step, offset: offset ?? 0 })}
      />
      <Select
        mode="multiple"
        className="rung-whom"
        aria-label={`${name} ${t('chasing.tells')}`}
        placeholder={t('chasing.tells')}
        value={step.whom}
        options={whomOf[kind].map((value) => ({ value, label: t(`chasing.whom.${value}`) }))}
        onChange={(whom) => onChange({ ...step, whom })}
      />
      <Select
        aria-label={`${name} ${t('chasing.tone')}`}
        value={step.template}
        options={tones.map((value) => ({ value, label: t(`chasing.template.${value}`) }))}
        onChange={(template) => onChange({ ...step, template })}
      />
      <Checkbox.Group
        aria-label={`${name} ${t('chasing.channels')}`}
        value={step.channels.filter((each) => each !== 'inbox')}
        options={outward.map((value) => ({ value, label: t(`chasing.channel.${value}`) }))}
        onChange={(channels) => onChange({ ...step, channels: ['inbox', ...(channels as Step['channels'])] })}
      />
      <Checkbox checked={step.urgent} onChange={({ target: { checked } }) => onChange({ ...step, urgent: checked })}>
        {t('chasing.urgentStep')}
      </Checkbox>
      {onRemove !== undefined && (
        <Button size="small" aria-label={`${t('chasing.remove')} ${name}`} onClick={onRemove}>
          {t('chasing.remove')}
        </Button>
      )}
      {wrong !== undefined && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </li>
  );
}
