/** The fields of a robot: of a new one all, of a known one what may be changed. */
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEventChoices } from './robot-data';

interface Props {
  /** Address and secret may be left empty: they stay as they are. */
  readonly known: boolean;
  readonly signs: boolean;
}

export function RobotFields({ known, signs }: Props) {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('signIn.needed') }];
  const languages = (['zh', 'en'] as const).map((value) => ({ value, label: t(`dispatch.languages.${value}`) }));
  const events = useEventChoices();
  return (
    <>
      <div className="row">
        <Form.Item name="name" label={t('dispatch.robot.name')} rules={needed}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="language" label={t('dispatch.language')} rules={needed}>
          <Select options={languages} />
        </Form.Item>
      </div>
      <Form.Item
        name="address"
        label={t('dispatch.robot.address')}
        rules={known ? [] : needed}
        extra={t(known ? 'dispatch.robot.keep' : 'dispatch.robot.addressHelp')}
      >
        <Input maxLength={500} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="events" label={t('dispatch.robot.events')} extra={t('dispatch.robot.eventsHelp')}>
        <Select mode="multiple" allowClear options={events} optionFilterProp="label" />
      </Form.Item>
      {signs && (
        <Form.Item
          name="secret"
          label={t('dispatch.robot.secret')}
          extra={t(known ? 'dispatch.robot.keep' : 'dispatch.robot.secretHelp')}
        >
          <Input.Password maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}
