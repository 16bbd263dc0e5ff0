import { ApiPromise, WsProvider } from '@polkadot/api';

// The chain at `url`. Every type of every call comes from the chain's metadata.
export function connect(url = 'ws://127.0.0.1:9944') {
  return ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
}

// The state of the last finalized block: all that is asked of it is of one moment.
export async function finalized(api) {
  return api.at(await api.rpc.chain.getFinalizedHead());
}
