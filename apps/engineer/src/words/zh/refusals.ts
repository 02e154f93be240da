export const refusals = {
  sending: '正在发送…',
  offline: '没有成功，请检查网络后再试',
  notSent: '网络不通：操作已保存在手机上，联网后自动发送，不会重复',
  earlierWaits: '上一步还在等待网络，发送后才能继续',
};
