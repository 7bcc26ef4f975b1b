/** Theme, language and data around the router. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { chosen } from './i18n/i18n';
import { queryClient } from './query-client';
import { router } from './router';

const theme = {
  token: {
    colorPrimary: '#b3261e',
    colorLink: '#9a1b14',
    borderRadius: 4,
    fontSize: 15,
    // antd's own are too pale to read: 4.5 : 1 on white and on the ground
    colorTextDescription: '#595959',
    colorError: '#a8071a',
  },
};
const antdWords = chosen() === 'zh' ? zhCN : undefined;

export function Root() {
  return (
    <ConfigProvider locale={antdWords} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
