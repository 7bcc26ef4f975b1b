/** A day is set otherwise than the official calendar says, with a reason. */
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useReadCalendarAgain } from './calendar-data';
import { DeedForm } from './deed-form';

interface Given {
  day: string;
  working: boolean;
  reason: string;
}

export function SetDay() {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('signIn.needed') }];
  const options = [false, true].map((value) => ({ value, label: t(`administration.calendar.working.${value}`) }));
  return (
    <DeedForm<Given>
      title={t('administration.calendar.set')}
      hint={t('administration.calendar.setHint')}
      button={t('administration.calendar.setGo')}
      done={t('administration.calendar.done')}
      act={({ day, working, reason }) =>
        got(api.PUT('/api/v1/calendar/{day}', { params: { path: { day } }, body: { working, reason } }))
      }
      after={useReadCalendarAgain()}
    >
      {() => (
        <>
          <div className="row">
            <Form.Item name="day" label={t('administration.calendar.day')} rules={needed}>
              <Input type="date" min="1949-01-01" max="2200-12-31" />
            </Form.Item>
            <Form.Item name="working" label={t('administration.calendar.becomes')} rules={needed}>
              <Select options={options} />
            </Form.Item>
          </div>
          <Form.Item name="reason" label={t('administration.calendar.reason')} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}
