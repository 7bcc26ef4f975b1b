/** 考核排名: the standings of an assessment by class or by criterion, provisional or published, last year beside them. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Pages } from '../parts/pages';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { ScoreChoices } from './score-choices';
import { ScoreTable } from './score-table';
import './scoreboard.css';
import { type Card, cardsQuery, PAGE, type ScoreboardSearch, scoresQuery } from './scoreboard-data';

export function Scoreboard() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/scoreboard' });
  const cards = useQuery(cardsQuery);
  const chosen =
    cards.data?.items.find(({ assessmentId }) => assessmentId === search.assessmentId) ?? cards.data?.items[0];
  return (
    <>
      <h1>{t('scoreboard.title')}</h1>
      {cards.isPending ? (
        <Loading />
      ) : cards.data === undefined ? (
        <Wrong error={cards.error} />
      ) : chosen === undefined ? (
        <p className="hint">{t('scoreboard.none')}</p>
      ) : (
        <Standings cards={cards.data.items} card={chosen} search={search} />
      )}
    </>
  );
}

interface Props {
  cards: readonly Card[];
  card: Card;
  search: ScoreboardSearch;
}

function Standings({ cards, card, search }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { assessmentId } = card;
  const kind = search.kind ?? (card.published || !card.provisional ? 'final' : 'provisional');
  const asked = { ...search, assessmentId, kind };
  const scores = useQuery(scoresQuery(asked));
  const go = (part: ScoreboardSearch) =>
    void navigate({ to: '/scoreboard', search: { ...asked, page: undefined, ...part } });
  if (scores.isPending) return <Loading />;
  if (scores.data === undefined) return <Wrong error={scores.error} />;
  const { data } = scores;
  return (
    <>
      <ScoreChoices cards={cards} scores={data} asked={asked} onChoice={go} />
      <p>
        {data.assessment.ownerName} · {data.assessment.title}
        {data.assessment.step !== null && (
          <> · {t('scoreboard.step', { step: t(`scoreboard.steps.${data.assessment.step}`) })}</>
        )}
      </p>
      {kind === 'provisional' && <p className="hint">{t('scoreboard.provisionalHelp')}</p>}
      {data.items.length === 0 ? <p className="kind">{t('scoreboard.notPublished')}</p> : <ScoreTable scores={data} />}
      {data.lastAssessmentId === null && <p className="hint">{t('scoreboard.noLast')}</p>}
      <Pages
        page={data.page}
        size={PAGE}
        total={data.total}
        words={t('scoreboard.total', { count: data.total })}
        onPage={(page) => go({ page })}
      />
      <p className="hint">
        {t('board.asOf', { when: '' })}
        <Time at={data.asOf} />
      </p>
    </>
  );
}
