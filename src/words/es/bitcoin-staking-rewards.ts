import type { bitcoinStakingRewards as english } from '../en/bitcoin-staking-rewards.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingRewards = {
  'staking.rewards': 'Recompensas hasta ahora',
  'staking.rewards.none': 'Aún no se ha pagado nada.',
  'staking.rewards.last': 'última: {amount} por el ciclo {cycle}, {date}',
  'staking.rewards.all': 'Todas las recompensas',
  'staking.rewards.searching': 'Buscando recompensas anteriores…',
  'staking.rewards.sum': 'pagados hasta ahora, sin comisiones',
  'staking.rewards.cycle': 'Ciclo {cycle}',
  'staking.rewards.bond': 'Ciclo {cycle}, bono {bond}',
  'staking.rewards.gross': 'Antes de la comisión',
  'staking.rewards.fee': 'Comisión del gestor',
  'staking.rewards.net': 'Después de la comisión',
  'staking.rewards.paid': 'Pagado',
  'staking.rewards.paid.sbtc': 'como sBTC',
  'staking.rewards.paid.banked': 'el gestor lo guarda para ti hasta que pague',
  'staking.rewards.later': {
    one: 'Al principio lo guardó el gestor. Una transacción posterior pagó {sats}: exactamente este cobro.',
    other:
      'Al principio lo guardó el gestor. Una transacción posterior pagó {sats}: exactamente la suma de {count} cobros.',
  },
  'staking.rewards.paid.pending': 'en Bitcoin, aún sin decidir',
  'staking.rewards.paid.accepted': 'en Bitcoin, aceptado',
  'staking.rewards.paid.rejected': 'rechazado: espera en el gestor',
  'staking.rewards.paid.reclaimed': 'rechazado y devuelto como sBTC',
  'staking.rewards.rejected':
    'No se ha perdido nada. Cualquiera puede hacer que se devuelva como sBTC llamando a reclaim-failed-withdrawal del gestor con la solicitud {request}.',
  'staking.rewards.reclaim': 'Devolver como sBTC',
  'staking.rewards.reclaim.moves':
    'No se pierde nada. Cualquiera puede hacer que el gestor lo devuelva: {sats} y el presupuesto de la comisión vuelven a esta dirección como sBTC. Tú pagas la comisión de red.',
  'call.reclaim-failed-withdrawal': 'Devolver un pago fallido',
  'staking.rewards.verify': 'Verificar',
  'staking.rewards.verifying': 'Recalculando…',
  'staking.rewards.failed': 'Ahora no se ha podido verificar. Inténtalo de nuevo.',
  'staking.rewards.exact.title': 'Exacto hasta el último sat',
  'staking.rewards.exact':
    'Recalculado a partir de los ingresos de las mitades del ciclo, tu parte de todo lo bloqueado y la comisión: {amount} antes de la comisión, justo lo que se pagó.',
  'staking.rewards.part':
    'Recalculado a partir de los ingresos de las mitades del ciclo, tu parte de todo lo bloqueado y la comisión: cada pago es exacto. Se han pagado {amount} de {earned}; el resto está por reclamar.',
  'staking.rewards.fee-unknown.title': 'Exacto antes de la comisión',
  'staking.rewards.fee-unknown':
    'Lo pagado antes de la comisión es exacto. Este gestor no muestra qué comisión cobró.',
  'staking.rewards.differs.title': 'No cumple las reglas',
  'staking.rewards.differs':
    'Se pagaron {amount} antes de la comisión. Las reglas dan {earned} por las mitades calculadas, o una parte exacta.',
  'staking.rewards.calculation-differs.title': 'El cálculo no cumple las reglas',
  'staking.rewards.calculation-differs':
    'Lo que el contrato anotó en este ciclo no se deduce de sus ingresos.',
  'staking.rewards.unknown.title': 'No se puede verificar',
  'staking.rewards.unknown': 'No se han podido cargar suficientes datos de este ciclo.',
  'staking.rewards.csvNote':
    'Fecha, bloque de Bitcoin, ciclo, bono, sats antes y después de la comisión, forma de pago, gestor, dirección y transacción. Sin precios: Twinstack no consulta ninguno.',

  'staking.compare': 'De Dual Stacking a Bitcoin Staking',
  'staking.compare.before':
    'Dual Stacking te pagó unos {amount} por ciclo, en sus últimos {count} ciclos.',
  'staking.compare.stx':
    'Tus {stx}, si los bloqueas: unos {amount} por ciclo antes de la comisión del gestor (de {low} a {high}, como en la mitad más lenta y la más rápida). Quedan bloqueados los ciclos que elijas.',
  'staking.compare.stx.unknown': 'Puedes bloquear tus {stx}; ahora no se sabe cuánto ganarían.',
  'staking.compare.noStx': 'Esta dirección no tiene STX: aquí no hay nada que bloquear.',
  'staking.compare.sbtc':
    'Tus {sats}: nada. Tener sBTC no gana nada aquí; solo los bonos lo aceptan, de las direcciones de su lista.',
  'staking.compare.boost': 'No hay impulso: lo que tienes en sBTC no cambia lo que ganan tus STX.',
  'staking.compare.claim': 'Reclamas cada ciclo, o alguien lo hace por ti; nada se envía solo.',
  'staking.compare.note': 'Estimaciones según ingresos pasados, no promesas.',
  'staking.compare.hide': 'No mostrar más',
} as const satisfies Translation<typeof english>
