/** Lines that went and lines that came, told apart by sign and word as well as by colour. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';

export function LineChanges({ lines }: { readonly lines: readonly Schemas['LineChangeView'][] }) {
  const { t } = useTranslation();
  return (
    <ul className="line-changes">
      {lines.map(({ kind, text }, no) => (
        <li key={no} className={`line-${kind}`}>
          <span>{t(`annual.line.${kind}`)}</span> {kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>}
        </li>
      ))}
    </ul>
  );
}
