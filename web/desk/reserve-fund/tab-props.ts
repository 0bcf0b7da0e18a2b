import type { FundPage } from './api';

export interface TabProps {
  readonly page: FundPage;
}
