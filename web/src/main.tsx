/** Starts the console: language, session, router. */
import './old-browsers';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from './api/client';
import './app.css';
import { chosen, startI18n } from './i18n/i18n';
import { Root } from './root';

async function start(): Promise<void> {
  await startI18n();
  speak(chosen() === 'zh' ? 'zh-CN' : 'en');
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}

void start();
