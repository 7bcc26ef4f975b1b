/** 佐证图片墙: pictures of accepted reports, small; one opens with the report it belongs to. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTier } from '../api/me';
import { amount } from '../parts/amount';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { Lightbox } from '../tasks/lightbox';
import { type Picture, evidenceOf, picturesQuery } from './mirror-data';

export function Pictures({ year }: { year: number }) {
  const { t } = useTranslation();
  const tier = useTier();
  const [at, setAt] = useState<number>();
  const wall = useInfiniteQuery(picturesQuery(tier, year));
  if (wall.isPending) return <Loading />;
  if (wall.data === undefined) return <Wrong error={wall.error} />;
  const pictures = wall.data.pages.flatMap(({ items }) => items);
  const shown = at === undefined ? undefined : pictures[at];
  return (
    <section>
      <h2>{t('mirror.wall')}</h2>
      {pictures.length === 0 ? (
        <p className="kind">{t('mirror.noPictures')}</p>
      ) : (
        <ul className="wall">
          {pictures.map((picture, index) => (
            <li key={picture.evidenceId}>
              <button type="button" onClick={() => setAt(index)}>
                <img
                  src={`${evidenceOf(tier, picture)}/thumbnail`}
                  alt={t('mirror.alt', { union: picture.unionName, title: picture.taskTitle })}
                  loading="lazy"
                  width="240"
                  height="180"
                />
                <span>
                  {picture.unionName} · {picture.taskTitle}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {wall.hasNextPage && (
        <Button className="no-print" loading={wall.isFetchingNextPage} onClick={() => void wall.fetchNextPage()}>
          {t('mirror.morePictures')}
        </Button>
      )}
      {shown !== undefined && at !== undefined && (
        <Lightbox
          pictures={pictures.map((one) => ({ id: one.evidenceId, name: one.name, href: evidenceOf(tier, one) }))}
          at={at}
          onMove={setAt}
          onClose={() => setAt(undefined)}
        >
          <Caption picture={shown} />
        </Lightbox>
      )}
    </section>
  );
}

function Caption({ picture: { unionName, taskTitle, taskId, note, done, unit, at } }: { picture: Picture }) {
  return (
    <>
      <p>
        <strong>{unionName}</strong> ·{' '}
        <Link to="/tasks/$id" params={{ id: taskId }}>
          {taskTitle}
        </Link>{' '}
        · {amount(done)} {unit} · <Time at={at} />
      </p>
      {note !== '' && <p className="note">{note}</p>}
    </>
  );
}
