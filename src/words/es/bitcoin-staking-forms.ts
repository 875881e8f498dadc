import type { bitcoinStakingForms as english } from '../en/bitcoin-staking-forms.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingForms = {
  'staking.form.amount': 'STX por bloquear',
  'staking.form.added': 'STX por añadir',
  'staking.form.free': 'Hay {stx} libres.',
  'staking.form.all': 'Bloquearlos todos',
  'staking.form.cycles': 'Ciclos, de 1 a 96',
  'staking.form.addedCycles': 'Ciclos por añadir',
  'staking.form.cycles.bad': 'Escribe un número entero de ciclos.',
  'staking.form.manager': 'Gestor firmante',
  'staking.form.manager.hint':
    'Un contrato que llevan otros. Cobra tus recompensas del programa y se queda su comisión. Nadie paga por aparecer en esta lista.',
  'staking.form.manager.choose': 'Elige un gestor firmante',
  'staking.form.manager.other': 'Otro',
  'staking.form.manager.address': 'Contrato del gestor',
  'staking.form.manager.bad': 'Escribe un contrato: una dirección, un punto y un nombre.',
  'staking.form.manager.reading': 'Cargando este gestor…',
  'staking.form.fee': 'Comisión actual',
  'staking.form.size': 'Bloqueado con él',
  'staking.form.code': 'Su código',
  'staking.form.code.known': 'conocido: {name}',
  'staking.form.code.unknown': 'desconocido',
  'staking.form.pays': 'Paga también en Bitcoin',
  'staking.form.yes': 'sí',
  'staking.form.no': 'no',
  'staking.payout': 'Las recompensas se pagan',
  'staking.payout.sbtc': 'en sBTC',
  'staking.payout.bitcoin': 'en Bitcoin',
  'staking.payout.notTaken': 'Este gestor paga las recompensas en sBTC, a tu dirección.',
  'staking.payout.address': 'Dirección de Bitcoin',
  'staking.payout.address.bad':
    'No es una dirección de Bitcoin de esta red, o es de un tipo que los gestores no aceptan.',
  'staking.payout.fee': 'Máximo por cobro para la comisión de Bitcoin',
  'staking.payout.fee.bad': 'Escribe un número entero de sats.',
  'staking.payout.fee.kept':
    'Se descuenta entero de cada cobro. Lo que no se gasta se queda en el gestor.',
  'staking.payout.fee.returned':
    'Se descuenta entero de cada cobro. El gestor te abona lo que no se gasta: su función claim-refund lo paga.',
  'staking.payout.least': 'Otros pueden pagártelo desde',
  'staking.payout.least.bad': 'Debe superar la comisión en al menos 547 sats.',
  'staking.payout.least.hint': 'Opcional. Tú siempre puedes reclamar.',
  'staking.payout.below':
    'Un cobro inferior a {sats} tras la comisión del gestor no paga nada, ni siquiera sBTC, y cuesta su comisión de red.',
  'staking.payout.card': 'Pago',
  'staking.payout.card.kept': 'Guardado para ti',
  'staking.payout.card.kept.how':
    'Alguien lo reclamó por ti y aún no se ha pagado. Se paga con tu próximo cobro, o cuando lo pidas.',
  'staking.payout.card.free':
    'Con este gestor puedes cambiar la forma de pago cuando quieras, sin cambiar tu bloqueo.',
  'staking.payout.manager': 'Gestor que paga',
  'staking.does.set-payout.sbtc':
    'A partir de ahora {manager} te paga las recompensas en sBTC, también las de ciclos pasados.',
  'staking.does.set-payout.bitcoin':
    'A partir de ahora {manager} te paga las recompensas en Bitcoin, también las de ciclos pasados.',
  'staking.undo.set-payout':
    'Puedes volver a cambiarlo cuando quieras, también en la fase de preparación.',
  'staking.moves.none': 'Nada sale de tu dirección. Tu bloqueo queda como está.',
  'staking.does.collect': 'El gestor te paga todo lo que te guarda: {sats} o más.',
  'staking.moves.collect': 'El gestor envía exactamente lo que te guarda; tú no envías nada.',
  'staking.window.collect':
    '{sats} o más del contrato a ti (poscondición: exactamente lo que guarda).',
  'staking.form.expected': 'Previsto por ciclo',
  'staking.form.expected.value': '{middle} (de {low} a {high})',
  'staking.warning.unusual-fee': 'Su comisión es del {fee}: de 100 sats recibirías {rest}.',
  'staking.warning.fee-rises': 'Su comisión sube al {fee} con el ciclo {cycle}.',
  'staking.warning.fee-can-change':
    'Su administrador puede cambiar la comisión al instante, también para ciclos que nadie ha reclamado aún.',
  'staking.warning.fee-unknown': 'No se puede leer su comisión.',
  'staking.warning.unknown-code': 'Su código no es ninguno de los revisados.',
  'staking.warning.takes-no-stakes': 'No acepta más STX.',
  'staking.warning.below-minimum':
    'Tiene {stx}. Por debajo de 50 000 STX, lo bloqueado con él no gana nada.',
  'staking.warning.holder-only': 'Solo tú puedes reclamar con él: nadie puede hacerlo por ti.',
  'staking.warning.no-holder-claims':
    'Los titulares no pueden reclamar con él: paga a quien quiere y cuando quiere.',

  'staking.effects.does': 'Qué hace',
  'staking.effects.counts': 'Cuenta',
  'staking.effects.undo': 'Deshacer',
  'staking.effects.moves': 'Puede mover',
  'staking.effects.costs': 'Cuesta',
  'staking.does.stake': 'Bloquea {stx} durante {cycles}. Se quedan en tu dirección.',
  'staking.does.change':
    'Tendrás bloqueados {stx}, con {manager}, hasta el final del ciclo {last}.',
  'staking.does.unstake': 'Termina tu bloqueo de {stx} con el ciclo actual.',
  'staking.does.claim': 'El gestor te paga {sats} por el ciclo {cycle}.',
  'staking.does.withdraw': 'Saca {sats} del bono a tu dirección.',
  'staking.counts.next':
    'Desde el ciclo {cycle}, el {date}. Primeras recompensas hacia el {claim}.',
  'staking.counts.change': 'Desde el ciclo {cycle}, el {date}. El ciclo actual sigue igual.',
  'staking.counts.unstake':
    'Tus STX se desbloquean el {date}, bloque {height}. El ciclo actual aún paga.',
  'staking.counts.now': 'En cuanto se confirme.',
  'staking.undo.stake':
    'Puedes desbloquear fuera de la fase de preparación: entonces termina con el ciclo.',
  'staking.undo.change':
    'Los STX y ciclos añadidos no se pueden quitar por separado. Para reducir lo bloqueado, lo desbloqueas todo y bloqueas de nuevo cuando haya terminado: es un ciclo sin recompensas.',
  'staking.undo.unstake':
    'Hasta la fase de preparación de este ciclo, el {date}: elige «Seguir participando» y no se pierde ningún ciclo.',
  'staking.undo.never': 'No se puede deshacer.',
  'staking.moves.lock': 'Nada sale de tu dirección. Se bloquean exactamente {stx} en total.',
  'staking.moves.pox': 'Nada sale de tu dirección. Cambia tu posición.',
  'staking.moves.claim': 'El gestor envía exactamente {sats}; tú no envías nada.',
  'staking.moves.withdraw': 'El contrato del programa envía exactamente {sats}; tú no envías nada.',
  'staking.window.lock': 'Ninguna. Bloquea {stx} (condición Staking, exacta).',
  'staking.window.pox': 'Ninguna. Cambia una posición (condición PoX).',
  'staking.window.sats': '{sats} del contrato a ti (condición exacta).',
  'staking.form.cycleCount': { one: '{count} ciclo', other: '{count} ciclos' },
  'staking.form.submit': 'Abrir el monedero',
  'staking.form.agree': 'Lo entiendo y quiero continuar',
  'staking.form.sats': 'sBTC por retirar',

  'staking.claim.title': 'Reclamar recompensas',
  'staking.claim.intro':
    'Una transacción por ciclo, una tras otra. Cada una cuesta una comisión de red.',
  'staking.claim.row': 'Ciclo {cycle}: {sats}',
  'staking.claim.under-way': 'en marcha',
  'staking.claim.next': 'Reclamar {sats} del ciclo {cycle}',
  'staking.claim.left': 'Quedan fuera:',
  'staking.claim.everything': 'Reclamar los {claims}: {sats}',
  'staking.claim.everything.how':
    'Tu cartera se abre para uno tras otro. Puedes cerrar esta ventana; nada se pide dos veces.',
  'staking.claim.progress': '{sent} de {total} enviados',
  'staking.claim.asking':
    'Se pide a tu cartera el ciclo {cycle}. El siguiente viene cuando este esté firmado.',
  'staking.claim.not-signed': 'El ciclo {cycle} no se firmó. Mientras tanto no se pide nada más.',
  'staking.claim.interrupted': 'Se interrumpió antes del ciclo {cycle}.',
  'staking.claim.sent': 'Todos están enviados. Cada uno se paga cuando se confirma.',
  'staking.claim.changed': 'Ha cambiado mientras tanto.',
  'staking.claim.continue': 'Continuar',
  'staking.claim.stop': 'Parar',
  'staking.claim.all': 'Ahora no se puede reclamar nada más.',

  'staking.blocker.prepare-phase':
    'Es la fase de preparación: no se puede cambiar nada hasta el bloque {height}, el {date}.',
  'staking.blocker.has-position':
    'Esta dirección ya tiene una posición, y solo puede tener una. Amplíala o espera a que termine.',
  'staking.blocker.no-stake': 'Esta dirección no tiene STX bloqueados en curso.',
  'staking.blocker.no-bond-part': 'Esta dirección no tiene parte en ningún bono.',
  'staking.blocker.cycles-out-of-range': 'Elige de {least} a {most} ciclos.',
  'staking.blocker.nothing-to-lock': 'Escribe cuántos STX quieres bloquear.',
  'staking.blocker.not-enough-stx': 'Te faltan {stx}, incluida la comisión de red.',
  'staking.blocker.not-enough-sbtc': 'Te faltan {sats}.',
  'staking.blocker.below-bond-minimum': 'Este bono necesita {stx} o más con él.',
  'staking.blocker.bond-not-set-up': 'Este bono no se ha creado.',
  'staking.blocker.bond-has-started': 'Este bono ha empezado: ya no puede entrar nadie.',
  'staking.blocker.not-on-allowlist': 'Esta dirección no está en la lista del bono.',
  'staking.blocker.above-allowance': 'Esta dirección puede poner {sats} como mucho.',
  'staking.blocker.too-early-to-roll-over':
    'Tu bono no se puede dejar por otra posición antes del bloque {height}, el {date}.',
  'staking.blocker.manager-takes-no-stakes': 'Este gestor no acepta más STX.',
  'staking.blocker.needs-native-pool': 'Este gestor solo acepta STX a través de su propio fondo.',
  'staking.blocker.same-manager': 'Este ya es tu gestor.',
  'staking.blocker.payout-invalid':
    'El gestor no aceptaría esta dirección de Bitcoin o esta comisión.',
  'staking.blocker.payout-with-stake':
    'Este gestor solo acepta la forma de pago junto con un bloqueo.',
  'staking.blocker.payout-unchanged': 'Ya se paga de esta forma.',
  'staking.blocker.no-sats-named': 'Escribe cuánto quieres retirar.',
  'staking.blocker.more-than-in-bond': 'El bono tiene {sats} tuyos.',
  'staking.blocker.sats-on-bitcoin':
    'El BTC de este bono está bloqueado en Bitcoin, y se saca allí.',
  'staking.blocker.no-holder-claims':
    'Aquí solo paga el gestor, a quien quiere y cuando quiere: los titulares no pueden reclamar.',
  'staking.blocker.holder-only': 'Con este gestor solo puede reclamar el titular.',
  'staking.blocker.unknown.position': 'Tu posición aún no se conoce. Espera a que se cargue.',
  'staking.blocker.unknown.balance': 'Tu saldo aún no se conoce.',
  'staking.blocker.unknown.bond': 'Este bono aún no se conoce.',
  'staking.blocker.unknown.allowance': 'Aún no se sabe si estás en la lista.',
  'staking.blocker.unknown.manager':
    'Aún no se sabe qué acepta este gestor. Puede que no sea un gestor firmante.',
  'staking.blocker.prepare-phase-near':
    'La fase de preparación empieza en unos {time}. Una transacción que llegue más tarde falla y cuesta su comisión.',
  'staking.blocker.fee-above-bound':
    'La comisión del gestor es del {fee}, por encima del {bound} que permites.',
  'staking.blocker.fee-unknown':
    'No se puede leer la comisión del gestor: puede quedarse cualquier parte.',
  'staking.blocker.manager-below-minimum':
    'Con esto el gestor tiene {stx}. Por debajo de 50 000 STX, lo bloqueado con él no gana nada.',
  'staking.blocker.manager-pays-itself':
    'Los titulares no pueden reclamar con este gestor: paga a quien quiere y cuando quiere.',
  'staking.blocker.manager-unfamiliar':
    'Aquí no has firmado nada con {manager}: lo nombra un servidor de la red. Firma solo si es tu gestor.',
  'staking.blocker.payout-kept':
    'Las recompensas se pagan en Bitcoin a {address}, por una comisión de hasta {fee}. Firma solo si esta dirección es tuya.',
  'staking.blocker.payout-deleted':
    'Esto borra tu dirección de Bitcoin en el gestor: las recompensas llegarán como sBTC.',
  'staking.blocker.payout-unknown':
    'Si el gestor tiene una dirección de Bitcoin tuya, esto la borra: las recompensas llegarán como sBTC.',
  'staking.blocker.payout-ignored': 'Este gestor solo paga en sBTC e ignora la dirección.',
  'staking.blocker.rewards-paused':
    'El administrador del programa ha detenido para siempre los cobros de los gestores: lo que esto gane no se pagará.',
  'staking.blocker.earlier-cycles-stay':
    'Lo que ganas hasta el ciclo {cycle} se queda en {manager}: lo reclamas allí, también más tarde.',
  'staking.blocker.two-to-claim':
    'Lo que tienes ahora gana hasta su final, con {manager}. Reclamas ambos, cada uno por separado.',
  'staking.blocker.ends-silently':
    'Termina el {date}, bloque {height}. No se renueva solo: después no gana nada.',
  'staking.blocker.sats-not-returned':
    'Cuando el bono termine, el {date}, su sBTC no se devuelve solo: lo retiras tú.',
  'staking.blocker.stx-earn-nothing':
    'Los STX de un bono no ganan nada y siguen bloqueados hasta el {date}, retires lo que retires.',
  'staking.blocker.earns-nothing': 'Sin sats, un bono no gana nada.',
  'staking.blocker.locked-until': 'Tus STX siguen bloqueados hasta el {date}, bloque {height}.',
  'staking.blocker.forfeits': 'El sBTC retirado no gana nada por la mitad en curso.',
  'staking.blocker.forfeits-ended-half':
    'Puede que una mitad ya terminada aún no esté calculada: si lo retiras ahora, el sBTC tampoco gana nada por ella. Una vez calculada, es tuya.',
  'staking.refusal.nothing-earned': 'No hay nada que reclamar.',
  'staking.refusal.manager-has-not-claimed':
    'El gestor aún no lo ha cobrado. Cualquiera puede hacerlo.',
  'staking.refusal.pulls-paused':
    'Los cobros de los gestores se han detenido para siempre, y este no se hizo antes.',
  'staking.refusal.pool-too-small':
    'El gestor tiene menos que esta recompensa; su próximo cobro la cubre.',
  'staking.refusal.no-balance': 'El gestor no tiene sBTC.',
  'staking.refusal.below-budget':
    'Es menos que el presupuesto para la comisión de Bitcoin: no se pagaría nada.',
  'staking.refusal.dust': 'Lo que queda para Bitcoin tras la comisión es demasiado poco.',
  'staking.refusal.below-min-claim':
    'Está por debajo de la cantidad desde la que otros pueden pagarlo.',
} as const satisfies Translation<typeof english>
