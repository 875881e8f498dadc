import type { bitcoinStaking as english } from '../en/bitcoin-staking.ts'
import type { Translation } from '../message.ts'

export const bitcoinStaking = {
  'tab.staking': 'Staking',
  'staking.title': 'Bitcoin Staking',
  'staking.welcome': 'Bloquea STX y gana sBTC',
  'staking.step.stake': 'Bloquea STX con un gestor firmante, de 1 a 96 ciclos de unas dos semanas.',
  'staking.step.earn': 'Dos veces por ciclo, el bitcoin de los mineros se reparte como sBTC.',
  'staking.step.claim': 'Reclámalo cuando quieras: nada caduca.',
  'staking.absent': 'No se encontró Bitcoin Staking en esta red. Elige otra red en los ajustes.',
  'staking.loading': 'Cargando Bitcoin Staking…',
  'staking.problem': 'No se han podido actualizar estas cifras. Son del bloque {height}.',
  'staking.paused':
    'El administrador del programa ha detenido para siempre los cobros de los gestores. Lo que los gestores ya tienen aún se puede reclamar.',

  'staking.hero.claimable': 'se pueden reclamar ya',
  'staking.hero.claimable.unknown': 'se pueden reclamar ya, antes de la comisión del gestor',
  'staking.hero.cycle': 'previstos del ciclo {cycle}',
  'staking.hero.target': 'objetivo del ciclo {cycle}',
  'staking.hero.maybe': 'por ciclo, si bloqueas {stx}',
  'staking.hero.maybe.fee': 'por ciclo antes de la comisión del gestor, si bloqueas {stx}',
  'staking.hero.over': 'por ciclo: tu bloqueo ha terminado',
  'staking.hero.none': 'por ciclo por cada {stx}, antes de la comisión del gestor',
  'staking.hero.range':
    'de {low} a {high}, como en la mitad más lenta y la más rápida de las últimas {count}',
  'staking.hero.next': 'previsto en este ciclo',
  'staking.hero.rate': 'al año por cada 1000 STX',
  'staking.hero.waiting': 'y {amount} cuando el gestor haya cobrado',
  'staking.hero.unstaked': 'El sBTC de un bono espera en el contrato: {sats}.',

  'staking.state.pending': 'Empieza con el ciclo {cycle}',
  'staking.state.active': 'Ganando',
  'staking.state.leaving': 'Termina con este ciclo',
  'staking.state.expired': 'Terminado',
  'staking.state.enrolled': 'Empieza con el ciclo {cycle}',
  'staking.state.running': 'Ganando',
  'staking.state.ended': 'Terminado',
  'staking.state.none': 'Sin bloqueo',
  'staking.position.stake': 'Tus STX bloqueados',
  'staking.position.bond': 'Tu stake en el bono {bond}',
  'staking.position.amount': 'Bloqueado',
  'staking.position.sats': 'En el bono',
  'staking.position.paired': 'STX emparejados, que no ganan nada',
  'staking.position.manager': 'Gestor',
  'staking.position.left': 'Ciclos que quedan después de este',
  'staking.position.unlock': 'Se desbloquea',
  'staking.position.unlock.value': '{date}, bloque {height}',
  'staking.position.unlocked': 'Desbloqueado desde',
  'staking.position.l1': 'en Bitcoin',
  'staking.position.payout': 'Se paga',
  'staking.position.payout.sbtc': 'en sBTC a esta dirección',
  'staking.position.payout.bitcoin': 'a una dirección de Bitcoin, comisión de hasta {fee}',
  'staking.position.fee': 'Comisión del gestor',
  'staking.position.fee.rises': '{fee}, y {later} desde el ciclo {cycle}',
  'staking.position.below':
    'Este gestor tiene menos de 50 000 STX: mientras sea así, lo bloqueado con él no gana nada.',
  'staking.position.ended':
    'Tus STX están desbloqueados y no ganan nada. Un bloqueo nunca se renueva solo.',
  'staking.position.held':
    'Tu bono ha terminado. Su sBTC no se devuelve solo: {sats} esperan en el contrato hasta que los retires.',
  'staking.position.silent': 'No se renueva solo: después no gana nada.',

  'staking.cycle': 'Ciclo {cycle}',
  'staking.cycle.first': '1.ª mitad',
  'staking.cycle.second': '2.ª mitad',
  'staking.cycle.prepare': 'fase de preparación',
  'staking.cycle.ends': 'próximo ciclo el {date}',
  'staking.cycle.toPrepare': 'cambios durante {time} más',
  'staking.cycle.preparing': 'sin cambios durante {time}',
  'staking.cycle.label':
    'Ciclo {cycle}: bloque {at} de {total}. Ahora: {step}. La fase de preparación empieza en el bloque {prepare}.',
  'staking.cycle.due':
    'La última mitad ha terminado y aún no se ha calculado. Cualquiera puede hacerlo; después se pueden reclamar las recompensas.',

  'staking.claims': 'Por reclamar',
  'staking.claims.none': 'Aún no hay nada que reclamar.',
  'staking.claims.none.pending':
    'Aún no hay nada que reclamar. Las primeras recompensas llegan tras la primera mitad del ciclo {cycle}.',
  'staking.claims.cycle': 'Ciclo {cycle}',
  'staking.claims.bond': 'Ciclo {cycle}, bono {bond}',
  'staking.claims.waits': '{amount} cuando el gestor haya cobrado',
  'staking.claims.gross': '{amount} antes de la comisión',
  'staking.claims.more': 'Aún se están cargando ciclos anteriores.',
  'staking.claims.stopped': 'Los ciclos anteriores aún no se han podido cargar.',
  'staking.claims.kept':
    'Las recompensas se pueden reclamar siempre; cada ciclo se reclama por separado.',

  'staking.income': 'Ingresos de mitades pasadas',
  'staking.income.label':
    'Ingresos de las últimas {count} mitades: la última {last}, la mayor {most}, la menor {least}.',
  'staking.income.sinceNow': 'Desde el último cálculo: {sats}',
  'staking.income.few': 'Aún no se ha calculado ninguna mitad.',

  'staking.chances': 'Qué puedes hacer ahora',
  'staking.chances.stx':
    'Puedes bloquear {stx}. Gana desde el ciclo {cycle}, que empieza el {date}; primeras recompensas hacia el {claim}.',
  'staking.chances.noStx': 'Necesitas STX para participar. Esta dirección no tiene ninguno libre.',
  'staking.chances.preparing':
    'Es la fase de preparación: no se puede bloquear ni cambiar nada hasta el {date}.',
  'staking.chances.sbtc':
    'Tener solo sBTC no gana nada aquí. Tus {sats} solo ganan en un bono, y los bonos están abiertos a las direcciones de su lista.',
  'staking.chances.both':
    'Tus {sats} quedan libres y no ganan nada aquí. Solo los bonos aceptan sBTC, de las direcciones de su lista.',
  'staking.chances.pools':
    'Los fondos que aceptan STX o sBTC por ti los gestionan terceros, con sus propias condiciones.',
  'staking.chances.needs': 'Puedes comprar o recibir STX, o seguir una dirección que los tenga.',

  'staking.action.stake': 'Bloquear STX',
  'staking.action.change': 'Cambiar el bloqueo',
  'staking.action.unstake': 'Desbloquear',
  'staking.action.claim': 'Reclamar',
  'staking.action.withdraw': 'Retirar sBTC',
  'staking.action.enter-bond': 'Entrar en el bono',
  'staking.action.move-bond': 'Cambiar de gestor',
  'staking.action.set-payout': 'Cambiar el pago',
  'staking.action.collect': 'Pagar',
  'staking.action.restake': 'Bloquear de nuevo',
  'staking.action.stay': 'Seguir participando',
  'staking.action.claimOne': 'Reclamar {amount}',
  'staking.done.stake': 'Tus STX están bloqueados. Ganan desde el próximo ciclo.',
  'staking.done.change': 'Tu bloqueo cambia desde el próximo ciclo.',
  'staking.done.unstake':
    'Tu bloqueo termina con el ciclo actual. Tus STX siguen bloqueados hasta entonces, y los monederos los muestran así.',
  'staking.done.claim': 'Se han pagado tus recompensas.',
  'staking.done.withdraw':
    'El sBTC está de vuelta en tu dirección. Los STX del bono siguen bloqueados hasta su final.',
  'staking.done.enter-bond': 'Estás en el bono desde su primer ciclo.',
  'staking.done.move-bond': 'El otro gestor tiene tu parte desde el próximo ciclo.',
  'staking.done.set-payout': 'A partir de ahora las recompensas se pagan así.',
  'staking.done.collect': 'Se ha pagado lo que el gestor te guardaba.',
  'staking.error.prepare':
    'Llegó durante la fase de preparación, en la que no se puede cambiar nada. Solo se gastó la comisión de red. Inténtalo de nuevo cuando empiece el próximo ciclo.',
  'staking.error.cycle':
    'Llegó en un ciclo posterior a aquel en que se firmó. Solo se gastó la comisión de red.',
  'staking.error.claim':
    'No había nada que pagar: alguien lo reclamó por ti, o el gestor no tenía suficiente. Solo se gastó la comisión de red.',
  'staking.error.manager': 'Este gestor no acepta más STX. Solo se gastó la comisión de red.',
  'staking.error.calculated':
    'Otra persona calculó antes esta mitad. Solo se gastó la comisión de red.',
  'staking.error.returned':
    'No quedaba nada por hacer: alguien se adelantó. Solo se gastó la comisión de red.',
  'staking.error.other':
    'El contrato lo rechazó con el error {code}. Solo se gastó la comisión de red.',

  'staking.ics': 'Añadir la fecha de desbloqueo a un calendario',
  'staking.ics.title': 'Desbloqueo de STX (Bitcoin Staking)',
} as const satisfies Translation<typeof english>
