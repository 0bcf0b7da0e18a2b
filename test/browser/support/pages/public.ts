import { api, clerk, type Pages } from './world';

/** What needs no account, and the page of an address that is none. */
export const publicPages: Pages = () => [
  {
    route: '*',
    address: '/nowhere',
    who: clerk,
    full: '地址可能写错了,或者页面已经移走',
    primary: { role: 'link', name: '回到工作台' },
  },
  {
    route: '/public',
    address: '/public?division=530581001',
    asks: api('public/notices'),
    full: '查看,提意见',
    empty: '这里现在没有正在公示的家庭。',
    primary: { role: 'link', name: '查看,提意见' },
  },
  {
    route: '/public?view=long-term',
    address: '/public?view=long-term&division=530581001',
    asks: api('public/long-term'),
    full: '每月金额',
    empty: '这里现在没有享受低保的家庭。',
    primary: { role: 'link', name: '正在公示' },
  },
  {
    route: '/public?view=payments',
    address: '/public?view=payments&division=530581001',
    asks: api('public/payments'),
    full: '发放金额',
    empty: '这里还没有发放名单。',
    primary: { role: 'link', name: '每月发放' },
  },
];
