/** Theme, language and data around the router. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { chosen } from './i18n/i18n';
import { queryClient } from './query-client';
import { router } from './router';

/** Who asked the computer for less movement gets none. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Colours that keep a contrast of 4.5 : 1 on white and on the page's grey. */
const theme = {
  token: {
    colorPrimary: '#b3261e',
    colorLink: '#9a1b14',
    colorError: '#a8071a',
    colorSuccess: '#1f6f2e',
    colorWarning: '#7a4f00',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextQuaternary: '#6b6b6b',
    borderRadius: 4,
    fontSize: 15,
    motion: !still,
  },
};
const antdWords = chosen() === 'zh' ? zhCN : undefined;

export function Root() {
  return (
    <ConfigProvider locale={antdWords} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: still }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
