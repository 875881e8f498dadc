import type { hyperstakingNotices as english } from '../en/hyperstaking-notices.ts'
import type { Translation } from '../message.ts'

export const hyperstakingNotices: Translation<typeof english> = {
  'pool-notice.reward.title': 'Recompensa del pool',
  'pool-notice.reward': '{pool}: tu parte son unos {amount}',
  'pool-notice.rewardUnknown': '{pool} ganó una recompensa',
  'pool-notice.warned.title': 'Advertencia en el pool',
  'pool-notice.warned':
    '{pool}: su provisioner cometió una falta. Fue advertido; no se pierde nada.',
  'pool-notice.slash.title': 'Slashing en el pool',
  'pool-notice.slash':
    '{pool}: su provisioner sufrió slashing. {amount} del pool quedan bloqueados y no ganan nada.',
  'pool-notice.burn.title': 'Stake del pool quemado',
  'pool-notice.burn': '{pool}: su provisioner sufrió slashing. Se quemaron {amount} del pool.',
  'pool-notice.paused.title': 'Pool en pausa',
  'pool-notice.paused': '{pool} no acepta depósitos. Las retiradas siguen funcionando.',
  'pool-notice.resumed.title': 'Pool reanudado',
  'pool-notice.resumed': '{pool} vuelve a aceptar depósitos.',
  'pool-notice.inactive.title': 'El pool dejó de ganar',
  'pool-notice.inactive': '{pool}: ninguno de sus provisioners está activo.',
  'pool-notice.calls-closed.title': 'Llamadas a contratos de Dusk desactivadas',
  'pool-notice.calls-closed':
    'La red ha desactivado las llamadas a contratos: los depósitos y las retiradas quedan en espera.',
  'pool-notice.calls-open.title': 'Llamadas a contratos de Dusk activadas',
  'pool-notice.calls-open': 'La red vuelve a aceptar llamadas a contratos.',
  'pool-notice.shaded.title': 'La red ha cerrado un pool',
  'pool-notice.shaded':
    '{pool}: la red lo ha cerrado. Los depósitos y las retiradas quedan en espera.',
  'pool-notice.unshaded.title': 'La red ha reabierto un pool',
  'pool-notice.unshaded': '{pool}: los depósitos y las retiradas vuelven a funcionar.',
  'pool-notice.unread.title': 'Puede que falte algo',
  'pool-notice.unread':
    '{pool}: durante un tiempo no se cargó la actividad de sus provisioners. Revisa su estado.',
  'pool-notice.earned.title': 'Las recompensas se han sumado',
  'pool-notice.earned':
    '{pool}: tu parte de sus recompensas desde el último aviso son unos {amount}.',
  'pool-notice.below.title': 'Por debajo de tu umbral',
  'pool-notice.below': '{pool}: tu stake vale ahora {amount}.',
}
