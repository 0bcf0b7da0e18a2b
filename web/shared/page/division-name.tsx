import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

const NATION = '全国';

/** The place of a code in words; the code itself until it is known. */
export const DivisionName = ({ code }: { readonly code: string }) => {
  const { data } = useQuery({
    queryKey: ['division', code],
    queryFn: () => dataOf(api.GET('/api/v1/divisions/{code}', { params: { path: { code } } })),
    enabled: code !== '',
    staleTime: Infinity,
  });
  return <>{code === '' ? NATION : (data?.name ?? code)}</>;
};
