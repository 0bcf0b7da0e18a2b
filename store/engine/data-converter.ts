import type { DataConverter } from '@temporalio/common';
import type { KeySet } from '../../config';
import { createPayloadCodec } from './payload-codec';

/** One converter for client and worker; the failure converter is loaded by path, also inside the workflow sandbox. */
export const createDataConverter = (payloads: KeySet): DataConverter => ({
  payloadCodecs: [createPayloadCodec(payloads)],
  failureConverterPath: require.resolve('./failure-converter'),
});
