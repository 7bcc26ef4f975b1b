/** A key that was just made: shown this once, copied, and gone when it is put away or the page is left. */
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function ShownKey({ token, onNoted }: { token: string; onNoted: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const shown = useRef<HTMLElement>(null);
  // the button that made it may lie a page below
  useEffect(() => shown.current?.focus(), [token]);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    void message.success(t('keys.copied'));
  };
  return (
    <section ref={shown} tabIndex={-1} className="shown-key no-print" role="status">
      <h2>{t('keys.shown')}</h2>
      <p>{t('keys.shownHint')}</p>
      <code>{token}</code>
      <p className="deeds">
        {/* plain HTTP gives a page no clipboard: there the key is marked and copied by hand */}
        {window.isSecureContext && (
          <Button type="primary" onClick={() => void copy()}>
            {t('keys.copy')}
          </Button>
        )}
        <Button onClick={onNoted}>{t('keys.noted')}</Button>
      </p>
    </section>
  );
}
