import type { hyperstakingNotices as english } from '../en/hyperstaking-notices.ts'
import type { Translation } from '../message.ts'

export const hyperstakingNotices: Translation<typeof english> = {
  'pool-notice.reward.title': 'Un pool ganó una recompensa',
  'pool-notice.reward': '{pool}: unos {amount} son tuyos',
  'pool-notice.rewardUnknown': '{pool} ganó una recompensa',
  'pool-notice.warned.title': 'Un pool fue advertido',
  'pool-notice.warned':
    '{pool}: su provisioner cometió una falta. Fue advertido; no se pierde nada.',
  'pool-notice.slash.title': 'Un pool fue penalizado',
  'pool-notice.slash':
    '{pool}: su provisioner fue penalizado. {amount} del pool quedan bloqueados y no ganan nada.',
  'pool-notice.burn.title': 'Se quemó parte de un pool',
  'pool-notice.burn': '{pool}: su provisioner fue penalizado. Se quemaron {amount} del pool.',
  'pool-notice.paused.title': 'Un pool está en pausa',
  'pool-notice.paused': '{pool} no acepta depósitos. Retirar sigue funcionando.',
  'pool-notice.resumed.title': 'Un pool está abierto de nuevo',
  'pool-notice.resumed': '{pool} vuelve a aceptar depósitos.',
  'pool-notice.inactive.title': 'Un pool no gana nada ahora',
  'pool-notice.inactive': '{pool}: ninguno de sus provisioners está activo.',
  'pool-notice.calls-closed.title': 'La red ha cerrado los pools',
  'pool-notice.calls-closed':
    'La red ha desactivado las llamadas a contratos: por ahora nada entra ni sale de un pool.',
  'pool-notice.calls-open.title': 'Los pools están abiertos de nuevo',
  'pool-notice.calls-open': 'La red vuelve a aceptar llamadas a contratos.',
  'pool-notice.shaded.title': 'La red ha cerrado un pool',
  'pool-notice.shaded': '{pool}: la red no deja entrar ni salir nada por ahora.',
  'pool-notice.unshaded.title': 'Un pool está abierto otra vez',
  'pool-notice.unshaded': 'La red vuelve a permitir el uso de {pool}.',
  'pool-notice.unread.title': 'Puede que falte algo',
  'pool-notice.unread':
    '{pool}: durante un tiempo no se leyó qué pasó con sus provisioners. Mira su estado.',
  'pool-notice.earned.title': 'Las recompensas se han sumado',
  'pool-notice.earned': '{pool}: unos {amount} de sus recompensas son tuyos desde el último aviso.',
  'pool-notice.below.title': 'Por debajo de tu umbral',
  'pool-notice.below': '{pool}: tu parte vale ahora {amount}.',
}
