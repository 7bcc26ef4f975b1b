/** One line of the calendar: off or worked, from when to when, why; what the district has set can be taken back. */
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { useWords } from '../parts/states';
import { type Run, useReadCalendarAgain } from './calendar-data';

export function CalendarRun({ run: { first, last, days }, writes }: { run: Run; writes: boolean }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const again = useReadCalendarAgain();
  const withdraw = useMutation({
    mutationFn: () => got(api.DELETE('/api/v1/calendar/{day}', { params: { path: { day: first.day } } })),
    onSuccess: () => void message.success(t('administration.calendar.withdrawn')),
    onError: (error) => void message.error(words(error)),
    onSettled: again,
  });
  const { working, name, source, reason, otherwise } = first;
  const format = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const said = (day: string) => <time dateTime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>;
  const own = source === 'district';
  return (
    <li className={own ? 'own' : undefined}>
      <span className={working ? 'mark mark-worked' : 'mark'}>{t(`administration.calendar.short.${working}`)}</span>
      <div>
        <strong>
          {said(first.day)}
          {days > 1 && (
            <>
              {' – '}
              {said(last.day)}
            </>
          )}
        </strong>{' '}
        {days > 1 && <span className="hint">{t('administration.calendar.days', { count: days })}</span>}
        <p>
          {name !== null && (i18n.language === 'zh' ? name.zh : name.en)}
          {name !== null && working && !own && t('administration.calendar.swapped')}
          {own && (
            <>
              {name !== null && ' · '}
              {t('administration.calendar.own', { reason })}
              {working === otherwise && ` ${t('administration.calendar.needless')}`}
            </>
          )}
        </p>
      </div>
      {own && writes && (
        <Button
          size="small"
          loading={withdraw.isPending}
          aria-label={t('administration.calendar.withdrawDay', { day: first.day })}
          onClick={() => withdraw.mutate()}
        >
          {t('administration.calendar.withdraw')}
        </Button>
      )}
    </li>
  );
}
