/** The frame around every page: product, menu by what the officer may do, account, language. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roomsFor } from '../administration/rooms';
import { api, got } from '../api/client';
import { meQuery, remember, useMay, useMe } from '../api/me';
import { useLive } from '../board/live';
import { Bell } from '../chasing/bell';
import { switchLanguage } from '../i18n/i18n';
import { Loading } from '../parts/states';

export function Shell() {
  const { data: me } = useQuery(meQuery);
  const router = useRouter();
  const ended = me === null;
  useEffect(() => {
    // once, and not from the sign-in page itself: this frame stands until that page is loaded
    const { href, pathname } = router.latestLocation;
    if (ended && pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { from: href } });
  }, [ended, router]);
  return me ? <Frame /> : <Loading />;
}

function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  // before the first password is changed the line would be refused, and not come back
  useLive(may('work.read') && !me.officer.mustChangePassword);
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  const reads = may('work.read');
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('said.skip')}
      </a>
      <header className="head">
        <button className="burger" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          ☰ <span className="sr">{t('said.menu')}</span>
        </button>
        <strong className="product">{t('product')}</strong>
        <span className="union">{me.union.name}</span>
        <span className="grow" />
        <Bell />
        <Link to="/account" className="who">
          {me.officer.name} · {t(`role.${me.officer.role}` as 'role.reviewer')}
        </Link>
        <button type="button" className="plain" onClick={switchLanguage}>
          {t('said.language')}
        </button>
        <SignOut />
      </header>
      <nav className={open ? 'menu menu-open' : 'menu'} aria-label={t('said.menu')}>
        <Link to="/" activeOptions={{ exact: true }}>
          {t('menu.desk')}
        </Link>
        {reads && <Link to="/tasks">{t('menu.tasks')}</Link>}
        {may('report.review') && me.union.tier !== 'community' && <Link to="/review">{t('menu.review')}</Link>}
        {reads && <Link to="/extensions">{t('supervision.extensions')}</Link>}
        {reads && <Link to="/orders">{t('supervision.orders')}</Link>}
        {reads && <Link to="/cases">{t('matter.title')}</Link>}
        {reads && <Link to="/enterprises">{t('register.title')}</Link>}
        {reads && <Link to="/ledgers">{t('ledger.title')}</Link>}
        {reads && <Link to="/indicators">{t('indicator.title')}</Link>}
        {reads && <Link to="/targets">{t('target.title')}</Link>}
        {reads && <Link to="/forms">{t('forms.title')}</Link>}
        {reads && me.union.tier !== 'community' && <Link to="/schemes">{t('assessment.schemes')}</Link>}
        {reads && me.union.tier !== 'community' && <Link to="/assessments">{t('assessment.assessments')}</Link>}
        {reads && me.union.tier !== 'district' && <Link to="/self-scores">{t('course.selfScores')}</Link>}
        {reads && me.union.tier !== 'district' && <Link to="/results">{t('assessment.results')}</Link>}
        {reads && <Link to="/board">{t('menu.board')}</Link>}
        {reads && <Link to="/lights">{t('lights.list')}</Link>}
        {reads && <Link to="/scoreboard">{t('scoreboard.title')}</Link>}
        {reads && <Link to="/mirror">{t('menu.mirror')}</Link>}
        {reads && me.union.tier === 'district' && <Link to="/annual-report">{t('annual.title')}</Link>}
        {reads && me.union.tier !== 'community' && <Link to="/today">{t('today.title')}</Link>}
        {reads && <Link to="/burden">{t('burden.title')}</Link>}
        {reads && <Link to="/feed">{t('menu.feed')}</Link>}
        {may('ladder.write') && me.union.tier === 'district' && <Link to="/ladders">{t('chasing.ladders')}</Link>}
        {roomsFor(may).map(({ to, title }) => (
          <Link key={to} to={to}>
            {t(title)}
          </Link>
        ))}
        <Link to="/messages">{t('chasing.messages')}</Link>
        <Link to="/account">{t('menu.account')}</Link>
      </nav>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const out = async () => {
    await got(api.DELETE('/api/v1/session'));
    client.clear();
    remember(false);
    client.setQueryData(meQuery.queryKey, null);
    await navigate({ to: '/sign-in' });
  };
  return (
    <button type="button" className="plain" onClick={() => void out()}>
      {t('account.signOut')}
    </button>
  );
}
