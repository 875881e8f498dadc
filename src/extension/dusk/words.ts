import type { DuskNotice } from '../../ui/hyper/state.ts'
import type { Locale } from '../../ui/messages/locales.ts'

type Kind = DuskNotice['kind']

/** Sentences of system notifications about pools: {pool}, {amount}. */
export const duskNoticeWords: Record<Locale, { title: Record<Kind, string>; rewardUnknown: string } & Record<Kind, string>> = {
  en: {
    title: {
      reward: 'A pool earned a reward', warned: 'A pool was warned', slash: 'A pool was punished', burn: 'Stake of a pool was burned', paused: 'A pool was paused', resumed: 'A pool is open again', inactive: 'A pool earns nothing now',
      'calls-closed': 'Pools are closed by the network', 'calls-open': 'Pools are open again',
    },
    reward: '{pool}: about {amount} of it is yours', rewardUnknown: '{pool} earned a reward', warned: '{pool}: its provisioner committed a fault. It was warned; nothing is lost.',
    slash: '{pool}: its provisioner was punished. {amount} of the pool are locked and earn nothing.', burn: '{pool}: its provisioner was punished. {amount} of the pool were burned.',
    paused: '{pool} takes no deposits. Withdrawing still works.', resumed: '{pool} takes deposits again.', inactive: '{pool}: none of its provisioners is active.',
    'calls-closed': 'The network has switched contract calls off: nothing can go into or out of a pool for now.', 'calls-open': 'The network takes contract calls again.',
  },
  es: {
    title: {
      reward: 'Un pool ganó una recompensa', warned: 'Un pool fue advertido', slash: 'Un pool fue penalizado', burn: 'Se quemó parte de un pool', paused: 'Un pool está en pausa', resumed: 'Un pool está abierto de nuevo',
      inactive: 'Un pool no gana nada ahora', 'calls-closed': 'La red ha cerrado los pools', 'calls-open': 'Los pools están abiertos de nuevo',
    },
    reward: '{pool}: unos {amount} son tuyos', rewardUnknown: '{pool} ganó una recompensa', warned: '{pool}: su provisioner cometió una falta. Fue advertido; no se pierde nada.',
    slash: '{pool}: su provisioner fue penalizado. {amount} del pool quedan bloqueados y no ganan nada.', burn: '{pool}: su provisioner fue penalizado. Se quemaron {amount} del pool.',
    paused: '{pool} no acepta depósitos. Retirar sigue funcionando.', resumed: '{pool} vuelve a aceptar depósitos.', inactive: '{pool}: ninguno de sus provisioners está activo.',
    'calls-closed': 'La red ha desactivado las llamadas a contratos: por ahora nada entra ni sale de un pool.', 'calls-open': 'La red vuelve a aceptar llamadas a contratos.',
  },
  'zh-CN': {
    title: {
      reward: '池获得了奖励', warned: '池受到了警告', slash: '池受到了惩罚', burn: '池的部分质押被销毁', paused: '池已暂停', resumed: '池已重新开放', inactive: '池目前没有收益', 'calls-closed': '网络已关闭池', 'calls-open': '池已重新开放',
    },
    reward: '{pool}：其中约 {amount} 归您', rewardUnknown: '{pool} 获得了奖励', warned: '{pool}：其验证节点犯了错误，已被警告，没有损失。', slash: '{pool}：其验证节点受到惩罚，池中 {amount} 被锁定且没有收益。', burn: '{pool}：其验证节点受到惩罚，池中 {amount} 被销毁。', paused: '{pool} 不接受存入，仍可取出。',
    resumed: '{pool} 重新接受存入。', inactive: '{pool}：没有活跃的验证节点。', 'calls-closed': '网络已停用合约调用：目前无法存入或取出。', 'calls-open': '网络重新接受合约调用。',
  },
}
