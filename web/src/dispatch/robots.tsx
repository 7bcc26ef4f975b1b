/** 群机器人: the robots of the union's own groups; added, tried, switched off, removed. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/me';
import { Loading, Missing, Wrong } from '../parts/states';
import './dispatch.css';
import { AddRobot } from './add-robot';
import { RobotCard } from './robot-card';
import { robotsQuery } from './robot-data';
import { Ways } from './ways';

export function Robots() {
  const may = useMay();
  return may('dispatch.manage') ? <Own /> : <Missing />;
}

function Own() {
  const { t } = useTranslation();
  const robots = useQuery(robotsQuery);
  if (robots.isPending) return <Loading />;
  if (robots.data === undefined) return <Wrong error={robots.error} />;
  const { items, most } = robots.data;
  return (
    <>
      <h1>{t('dispatch.robots')}</h1>
      <Ways />
      <p className="hint">{t('dispatch.robot.hint', { most })}</p>
      {items.length < most && <AddRobot />}
      {items.length === 0 && <p className="hint">{t('dispatch.robot.none')}</p>}
      <ul className="robots">
        {items.map((robot) => (
          <RobotCard key={robot.id} robot={robot} />
        ))}
      </ul>
    </>
  );
}
