/** A new robot for a group. */
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { DeedForm } from '../administration/deed-form';
import { kinds, useReadRobotsAgain } from './robot-data';
import { RobotFields } from './robot-fields';

type Given = Schemas['NewRobotDto'];

export function AddRobot() {
  const { t } = useTranslation();
  const options = kinds.map((value) => ({ value, label: t(`dispatch.robot.kinds.${value}`) }));
  return (
    <DeedForm<Given>
      title={t('dispatch.robot.add')}
      hint={t('dispatch.robot.addHint')}
      button={t('dispatch.robot.addGo')}
      done={t('dispatch.robot.added')}
      initial={{ kind: 'wecom', language: 'zh', events: [] }}
      act={({ kind, name, address, secret, language, events = [] }) =>
        got(
          api.POST('/api/v1/robots', {
            body: { kind, name, address, language, events, secret: kind === 'wecom' || !secret ? null : secret },
          }),
        )
      }
      after={useReadRobotsAgain()}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('dispatch.robot.kind')}>
            <Select options={options} />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) => <RobotFields known={false} signs={getFieldValue('kind') !== 'wecom'} />}
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}
