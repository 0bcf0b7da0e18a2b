import type { ThemeConfig } from 'antd';

/** One accent, grey and white ground; every pair of text and ground here has a contrast of at least 4.5 : 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4fa8',
    colorLink: '#0b4fa8',
    colorLinkHover: '#083c80',
    colorInfo: '#0b4fa8',
    colorError: '#b42318',
    colorWarning: '#8a5200',
    colorWarningBg: '#fdf7ec',
    colorWarningBorder: '#dcc28f',
    colorSuccess: '#1b6e3a',
    colorSuccessBg: '#e7f3ea',
    colorSuccessBorder: '#9cc7a8',
    colorText: '#1d2530',
    colorTextSecondary: '#4a5565',
    colorTextTertiary: '#5a6575',
    colorTextDescription: '#566070',
    colorTextPlaceholder: '#626d7d',
    colorTextDisabled: '#667080',
    colorBgLayout: '#f4f6f8',
    colorBorder: '#b9c1cc',
    colorBorderSecondary: '#e2e6eb',
    fontSize: 14,
    lineHeight: 1.6,
    borderRadius: 4,
    fontFamily: "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    motion: false,
  },
  components: {
    Table: { headerBg: '#f0f3f6', headerColor: '#394454', rowHoverBg: '#f3f7fc', cellPaddingBlockMD: 9 },
    Tabs: { horizontalItemPadding: '10px 0' },
  },
};

/** The nonce that the server put into the page: antd's run-time styles carry it. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
