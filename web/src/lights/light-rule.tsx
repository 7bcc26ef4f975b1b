/** 亮灯规则: by which thresholds lights are judged, set anew by the district with a reason, every version kept. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/me';
import { Loading, Wrong } from '../parts/states';
import { Time } from '../parts/time';
import { type Rule, ruleQuery, versionsQuery } from './light-data';
import { RuleForm } from './rule-form';
import './lights.css';

export function LightRule() {
  const { t } = useTranslation();
  const may = useMay();
  const { union } = useMe();
  const rule = useQuery(ruleQuery);
  const versions = useQuery(versionsQuery);
  if (rule.isPending) return <Loading />;
  if (rule.data === undefined) return <Wrong error={rule.error} />;
  const writes = may('task.assign') && union.tier === 'district';
  return (
    <>
      <h1>{t('lights.rule')}</h1>
      <p className="hint">{t('lights.ruleHint')}</p>
      {writes ? <RuleForm key={rule.data.version} rule={rule.data} /> : <Said rule={rule.data} />}
      {(versions.data?.items.length ?? 0) > 0 && (
        <section aria-labelledby="versions">
          <h2 id="versions">{t('lights.versions')}</h2>
          <ul className="changes">
            {versions.data?.items.map((version) => (
              <li key={version.version}>
                {version.setAt !== null && <Time at={version.setAt} />} {version.setBy}：
                <strong>{version.reason}</strong>
                <Said rule={version} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The rule in words. */
function Said({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const { yellow, red, period, notStartedYellow, notStartedRed, repaired } = rule;
  const unit = t(`lights.period.${period}`);
  return (
    <ul className="hint">
      <li>{t('lights.said.points', { yellow, red })}</li>
      {notStartedYellow !== null && <li>{t('lights.said.idleYellow', { count: notStartedYellow, unit })}</li>}
      {notStartedRed !== null && <li>{t('lights.said.idleRed', { count: notStartedRed, unit })}</li>}
      {repaired && <li>{t('lights.said.repaired', { unit })}</li>}
    </ul>
  );
}
