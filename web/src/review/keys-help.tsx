/** What the keys of the queue do. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const keys = ['J ↓', 'K ↑', 'X Space', 'Enter', 'V', 'A', 'R', 'O', '?', 'Esc'] as const;
const deeds = ['next', 'previous', 'choose', 'read', 'view', 'accept', 'return', 'order', 'help', 'leave'] as const;

export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('review.help.title')}</h2>
      <dl>
        {deeds.map((deed, no) => (
          <div key={deed}>
            <dt>
              {keys[no]?.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`review.help.${deed}`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => box.current?.close()}>{t('evidence.close')}</Button>
    </dialog>
  );
}
