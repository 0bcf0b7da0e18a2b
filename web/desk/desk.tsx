import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../shared/api/query-client';
import { cspNonce, theme } from '../shared/theme';
import { createRoutes } from './routes';

export const Desk = () => {
  const [queries] = useState(createQueryClient);
  const [router] = useState(createRoutes);
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce: cspNonce() }} button={{ autoInsertSpace: false }}>
      <App message={{ duration: 5 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
};
