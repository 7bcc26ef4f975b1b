/** What is handed to a new officer (账号交接单): shown once, printed, and gone when the page is left. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Fact } from './fact';

interface Props {
  readonly name: string;
  readonly union: string;
  readonly account: string;
  readonly password: string;
}

export function HandOver({ name, union, account, password }: Props) {
  const { t } = useTranslation();
  return (
    <section className="hand-over" role="status">
      <h2>{t('administration.handOver.title')}</h2>
      <p className="no-print">{t('administration.handOver.once')}</p>
      <dl className="facts">
        <Fact label={t('administration.officer.name')}>{name}</Fact>
        <Fact label={t('administration.officer.union')}>{union}</Fact>
        <Fact label={t('administration.handOver.address')}>{location.origin}</Fact>
        <Fact label={t('signIn.account')}>
          <code>{account}</code>
        </Fact>
        <Fact label={t('administration.officer.password')}>
          <code>{password}</code>
        </Fact>
      </dl>
      <ol>
        <li>{t('administration.handOver.change')}</li>
        <li>{t('administration.handOver.role')}</li>
        <li>{t('administration.handOver.keep')}</li>
      </ol>
      <Button className="no-print" onClick={() => window.print()}>
        {t('board.print')}
      </Button>
    </section>
  );
}
