import { nationalParameters } from './generated';
import { createParameters } from './resolve';

export { nationalParameters } from './generated';
export * from './read';
export * from './resolve';

/** What the law and the province published; offices' own values are laid over it with `createParameters`. */
export const parameters = createParameters(nationalParameters);
