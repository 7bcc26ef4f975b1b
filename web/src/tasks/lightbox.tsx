/** A picture of the evidence at its full size; arrows go on, Escape closes, and the focus returns to where it was. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './tasks.css';

interface Props {
  readonly pictures: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
  /** What is said below the picture. */
  readonly children?: ReactNode;
}

export function Lightbox({ pictures, at, onMove, onClose, children }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const picture = pictures[at];
  if (picture === undefined) return null;
  const move = (step: number) => onMove((at + step + pictures.length) % pictures.length);
  return (
    <dialog
      ref={box}
      className="lightbox"
      aria-label={picture.name}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'ArrowRight') move(1);
        else if (event.key === 'ArrowLeft') move(-1);
      }}
    >
      <div className="lightbox-bar">
        <strong>{picture.name}</strong>
        {pictures.length > 1 && (
          <>
            <span className="hint" role="status">
              {at + 1} / {pictures.length}
            </span>
            <Button onClick={() => move(-1)}>{t('evidence.previous')}</Button>
            <Button onClick={() => move(1)}>{t('evidence.next')}</Button>
          </>
        )}
        <a href={picture.href} download={picture.name}>
          {t('evidence.download')}
        </a>
        <Button onClick={() => box.current?.close()}>{t('evidence.close')}</Button>
      </div>
      <img src={picture.href} alt={picture.name} />
      {children}
    </dialog>
  );
}
