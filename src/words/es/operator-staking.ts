import type { operatorStaking as english } from '../en/operator-staking.ts'
import type { Translation } from '../message.ts'

export const operatorStaking: Translation<typeof english> = {
  'console.section.staking': 'Bitcoin Staking',

  'console.staking.half': 'Ciclo {cycle}, {half}',
  'console.staking.half.first': '1.ª mitad',
  'console.staking.half.second': '2.ª mitad',
  'console.staking.income': 'Ingresos hasta ahora',
  'console.staking.targets': 'Objetivos de todos los bonos',
  'console.staking.forStx': 'La parte de solo STX recibiría',
  'console.staking.reserve': 'A la reserva',
  'console.staking.missing':
    'A los objetivos de los bonos les faltan {sats}. No queda nada para la parte de solo STX.',
  'console.staking.legs': 'Lo que recibiría cada parte',
  'console.staking.leg': 'Parte',
  'console.staking.leg.bond': 'Bono {bond}',
  'console.staking.leg.stx': 'Solo STX',
  'console.staking.shares': 'Contiene',
  'console.staking.target': 'Objetivo',
  'console.staking.gets': 'Recibiría ahora',
  'console.staking.moment':
    'Cuenta lo que haya llegado, y lo que haya en cada parte, en el momento del cálculo.',
  'console.staking.window.from':
    'Se puede calcular desde el bloque de Bitcoin {height}, dentro de {blocks} (~{time})',
  'console.staking.window.until':
    'Se puede calcular ya. Desde el bloque de Bitcoin {height} (~{time}), sus ingresos se anotan en la mitad siguiente.',
  'console.staking.prepare.now':
    'La fase de preparación dura hasta el bloque de Bitcoin {height} (~{time}). Los cálculos y las reclamaciones continúan.',
  'console.staking.prepare.from':
    'La fase de preparación empieza en el bloque de Bitcoin {height} (~{time}).',

  'console.staking.bonds': 'Bonos',
  'console.staking.bonds.none': 'Ningún bono está en curso ni creado.',
  'console.staking.bonds.order':
    'En el orden en que se pagan: primero la proporción de STX más alta, luego el índice más bajo.',
  'console.staking.bond': 'Bono',
  'console.staking.bond.state': 'Estado',
  'console.staking.bond.upcoming': 'por empezar',
  'console.staking.bond.running': 'en curso',
  'console.staking.bond.ended': 'terminado',
  'console.staking.bond.cycles': 'Ciclos',
  'console.staking.bond.rate': 'Tasa objetivo',
  'console.staking.bond.inside': 'Contiene',
  'console.staking.bond.target': 'Objetivo por mitad',
  'console.staking.bond.paired': 'STX por sBTC',

  'console.staking.steps': 'Pasos que cualquiera puede dar',
  'console.staking.steps.whole':
    'Los gestores reclaman un ciclo una sola vez, tras su segundo cálculo: dos reclamaciones cuestan dos comisiones y pierden hasta un sat.',
  'console.staking.step': 'Paso',
  'console.staking.step.sats': 'Cantidad',
  'console.staking.step.why': 'Estado',
  'console.staking.step.ready': 'se puede dar ya',
  'console.staking.step.calculate': 'Calcular una mitad del ciclo {cycle}',
  'console.staking.step.manager-claim': '{manager}: reclamar el ciclo {cycle}',
  'console.staking.step.holder-claim': '{holder}: pagar el ciclo {cycle}',
  'console.staking.does.calculate':
    'Anota lo que ha llegado en la parte de cada uno. Si alguien se adelanta, la tuya falla y cuesta su comisión.',
  'console.staking.does.manager-claim':
    'El gestor recibe lo que han ganado sus titulares. Después se les puede pagar.',
  'console.staking.does.holder-claim': 'El gestor paga a este titular su recompensa.',
  'console.staking.of': 'de {contract}',
  'console.staking.books': 'anota {sats}; no se mueve nada',
  'console.staking.pulls':
    'el programa envía al gestor exactamente {sats}; no se mueve ninguno de tus activos',
  'console.staking.pays': 'el gestor envía exactamente {sats}; no se mueve ninguno de tus activos',
  'console.staking.movesUnknown': 'no se sabe qué mueve',
  'console.staking.feeUnknown': 'última comisión desconocida',
  'console.staking.nothing': 'Ahora no se puede dar ningún paso',
  'console.staking.looked': {
    one: 'Se ha mirado {count} gestor registrado.',
    other: 'Se han mirado {count} gestores registrados.',
  },
  'console.staking.looking': 'Cargando lo que han ganado los gestores: {done} de {total}',
  'console.staking.unread': 'Sin cargar, así que pueden faltar pasos: {names}',
  'console.staking.back': 'Ciclos pasados que se miran',
  'console.staking.obstacle.half-is-calculated':
    'ya calculada; la siguiente desde el bloque de Bitcoin {height}, dentro de {blocks} (~{time})',
  'console.staking.obstacle.calculate-first': 'espera al cálculo',
  'console.staking.obstacle.cycle-is-open':
    'espera al final del ciclo en el bloque de Bitcoin {height}, dentro de {blocks} (~{time}), y a su segundo cálculo',
  'console.staking.obstacle.manager-claims-first': 'espera a la reclamación del gestor',
  'console.staking.obstacle.paused':
    'las reclamaciones de los gestores están detenidas para siempre',
  'console.staking.obstacle.nothing-earned': 'nada ganado',
  'console.staking.obstacle.holder-only': 'con este gestor solo puede reclamar el titular',
  'console.staking.obstacle.no-holder-claims': 'este gestor no tiene reclamaciones para titulares',

  'console.section.staking-managers': 'Gestores firmantes',
  'console.section.staking-claims': 'Cobros de titulares',
  'console.staking.holders': 'Reclamar para titulares',
  'console.staking.holders.how':
    'Con la mayoría de los gestores, cualquiera puede hacer que paguen a sus titulares. Cada reclamación es una transacción tuya, y tú pagas su comisión.',
  'console.staking.holders.of': 'Titulares de un gestor',
  'console.staking.holders.read': 'Cargar sus titulares',
  'console.staking.holders.unread': 'No se han podido cargar. Inténtalo de nuevo.',
  'console.staking.holders.list': 'Titulares, una dirección por línea',
  'console.staking.holders.count': { one: '{count} titular', other: '{count} titulares' },
  'console.staking.holders.bad': {
    one: 'Se omite {count} línea:',
    other: 'Se omiten {count} líneas:',
  },
  'console.staking.holders.line': 'Línea {line}, «{text}»:',
  'console.staking.holders.repeated': 'Ya está en la lista.',
  'console.staking.holders.cycle': 'Ciclo que reclamar',
  'console.staking.holders.all': 'Todos los ciclos',
  'console.staking.holders.look': 'Ver qué se puede reclamar',
  'console.staking.batch': 'Lo que se puede reclamar',
  'console.staking.batch.none': 'Estos titulares no tienen nada que reclamar ahí.',
  'console.staking.batch.leftOut': { one: '{count} omitida', other: '{count} omitidas' },
  'console.staking.batch.holder': 'Titular',
  'console.staking.batch.of': 'Ciclo',
  'console.staking.batch.unread': 'Sin cargar: {names}',
  'console.staking.batch.stopped': {
    one: 'No se ha mirado {count} titular.',
    other: 'No se han mirado {count} titulares.',
  },
  'console.staking.batch.most': {
    one: 'Se pide la primera ({count}) de una vez. Vuelve a mirar para el resto.',
    other: 'Se piden las {count} primeras de una vez. Vuelve a mirar para el resto.',
  },
  'console.staking.batch.fee': 'La última reclamación así costó {stx}.',
  'console.staking.batch.feeUnknown': 'No se sabe cuánto cuesta una reclamación así.',
  'console.staking.batch.how':
    'Tu cartera se abre para una tras otra. Puedes cerrar esta página y continuar más tarde.',
  'console.staking.batch.claim': 'Reclamar {claims}: {sats}',
  'console.staking.queue': 'Reclamaciones en curso',
  'console.staking.queue.left': 'Omitidas, porque han cambiado entretanto:',
  'console.staking.queue.sent': 'Todas están enviadas. Cada una se paga cuando se confirma.',
  'console.staking.queue.asking':
    'Se pide a tu cartera: {name}. La siguiente viene cuando esta esté firmada.',
  'console.staking.queue.not-signed': 'Sin firmar: {name}. Entretanto no se pide nada más.',
  'console.staking.queue.interrupted': 'Se interrumpió antes de: {name}.',

  'call.calculate-rewards': 'Calcular una mitad',
  'call.claim-rewards': 'Reclamar para un gestor',
  'call.claim-staker-rewards': 'Pagar a un titular',
}
