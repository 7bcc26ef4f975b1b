/** Changes a scheme, while no assessment uses it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UpperTier } from '../api/doors';
import { useMay, useMe } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import { schemeQuery } from './assessment-data';
import './assessment.css';
import { definitionIn } from './definition';
import { carryOver } from '../parts/kept';
import { copyOrigin, schemeKey } from './kept';
import { draftOf } from './scheme-draft';
import { SchemeEditor } from './scheme-editor';
import { Upper } from './upper';

export function EditScheme() {
  return <Upper>{(tier) => <Page tier={tier} />}</Upper>;
}

function Page({ tier }: { tier: UpperTier }) {
  const { t } = useTranslation();
  const may = useMay();
  const { officer } = useMe();
  const { id } = useParams({ from: '/inside/schemes/$id/edit' });
  const scheme = useQuery(schemeQuery(tier, id));
  if (!may('assessment.conduct')) return <Missing />;
  // typed upon what stands at the server now, not upon what was read before
  if (scheme.isPending || !scheme.isFetchedAfterMount) return <Loading />;
  if (scheme.data === undefined) return <Wrong error={scheme.error} />;
  const { year, title, assessmentId } = scheme.data;
  return (
    <>
      <h1>{t('assessment.edit')}</h1>
      {assessmentId === null ? (
        <SchemeEditor
          tier={tier}
          origin={id}
          start={draftOf(year, title, definitionIn(scheme.data))}
          scheme={scheme.data}
        />
      ) : (
        <p>
          {t('assessment.inUse')}{' '}
          {/* used by a colleague while it was being changed: what was typed goes into the copy */}
          <Link
            to="/schemes/new"
            search={{ from: id }}
            onClick={() => carryOver(schemeKey(officer.id, id), schemeKey(officer.id, copyOrigin(id)))}
          >
            {t('assessment.copy')}
          </Link>
        </p>
      )}
    </>
  );
}
