import { operation } from '../operation';
import { findPackage, packageParams } from './find';
import { countsOf, examplePackage, ExchangePackageView, packageView } from './package-view';

export const readExchangePackage = operation({
  method: 'get',
  path: '/api/v1/exchange/packages/{packageId}',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看一个报送批次',
  effect: 'read',
  params: packageParams,
  output: ExchangePackageView,
  example: { params: { packageId: examplePackage.id }, output: examplePackage },
  handler: (context, { params: { packageId } }) =>
    context.scope(async (tx) => {
      const row = await findPackage(tx, packageId);
      return packageView(row, (await countsOf(tx, [packageId])).get(packageId));
    }),
});
