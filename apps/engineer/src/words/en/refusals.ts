export const refusals = {
  sending: 'Sending…',
  offline: 'That did not work: check the network and try again',
  notSent: 'No network: kept on this phone, sent by itself later, and counted once',
  earlierWaits: 'The step before still waits for the network',
};
