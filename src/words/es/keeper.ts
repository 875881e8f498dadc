import type { keeper as english } from '../en/keeper.ts'
import type { Translation } from '../message.ts'

export const keeper: Translation<typeof english> = {
  'keeper.usage':
    'Uso:\n  twinstack keeper [--config ARCHIVO] [--once] [--live]\n  twinstack keeper check [--config ARCHIVO] [--cycles N]\n\nSin --live no se firma nada: el programa dice qué llamaría y por qué. La configuración es keeper.yaml si no se indica otro archivo. La clave nunca es un argumento: la configuración nombra su archivo o su variable de entorno.',
  'keeper.failed': 'El programa se detuvo por un error interno: {name}.',
  'keeper.config.unread': 'No se puede leer la configuración {file}.',
  'keeper.config.syntax': 'esto no es YAML',
  'keeper.config.missing': 'falta este campo',
  'keeper.config.unknownField': 'no existe ningún campo con este nombre',
  'keeper.config.twice': 'esto aparece dos veces',
  'keeper.config.text': 'aquí va un texto',
  'keeper.config.empty': 'esto no puede quedar vacío',
  'keeper.config.number': 'aquí va un número entero',
  'keeper.config.tooSmall': 'este número es demasiado pequeño',
  'keeper.config.tooLarge': 'este número es demasiado grande',
  'keeper.config.object': 'aquí van campos',
  'keeper.config.list': 'aquí va una lista',
  'keeper.config.url': 'esto no es la URL de un servidor',
  'keeper.config.insecure': 'http es solo para este equipo: usa https',
  'keeper.config.variable': 'esto no es el nombre de una variable de entorno',
  'keeper.config.network': 'elige mainnet, testnet o devnet',
  'keeper.config.noHost': 'indica al menos un servidor',
  'keeper.config.noProgramme': 'indica al menos un programa',
  'keeper.config.key':
    'indica el archivo de la clave (como file) o su variable de entorno (como environment), nunca la clave',
  'keeper.config.contract': 'esto no es un contrato',
  'keeper.config.otherNetwork': 'este contrato es de otra red',
  'keeper.key.noFile': 'No se puede leer el archivo de la clave {file}.',
  'keeper.key.mode':
    'El archivo de la clave {file} debe pertenecer a este usuario y nadie más puede leerlo: chmod 600 {file}',
  'keeper.key.noVariable': 'El entorno no tiene la variable {name}.',
  'keeper.key.form':
    'La clave no es una clave privada de Stacks: 64 dígitos hexadecimales, o 66 que terminan en 01.',
  'keeper.key.without':
    'Sin la clave los pasos se planifican para otra cuenta; las propuestas pueden ser distintas.',
  'keeper.lock.taken':
    'Otro proceso trabaja con esta clave o con esta carpeta de estado ({file}). Si su equipo ya no existe, inténtalo de nuevo en dos minutos.',
  'keeper.lock.unwritable':
    'No se puede escribir {file} ({code}): el keeper lo necesita para que ningún otro firme con esta clave.',
  'keeper.state.unread':
    'El estado {file} no se puede leer o es de otra cuenta: retíralo solo si nada de lo que firmó puede entrar todavía en un bloque.',
  'keeper.looked': 'Bloque de Bitcoin {burn}, bloque de Stacks {stacks}',
  'keeper.looked.none': 'Ningún servidor se puede usar.',
  'keeper.host.no-answer': '{host} no responde.',
  'keeper.host.other-chain': '{host} sirve otra red.',
  'keeper.host.behind': '{host} va por detrás de los demás servidores.',
  'keeper.host.ahead': '{host} habla de bloques que ningún otro servidor tiene.',
  'keeper.host.good': '{host} responde y su índice está en el bloque de Stacks {indexed}.',
  'keeper.plan.call': '{contract}: {call}, antes del bloque de Bitcoin {deadline}.',
  'keeper.plan.fee': 'Comisión: {fee} STX.',
  'keeper.plan.noFee': 'Comisión: más de lo que permite el tope.',
  'keeper.plan.rows': '{name} con {rows} de {total} participantes',
  'keeper.plan.waitBurn':
    '{contract}: espera el bloque de Bitcoin {height}, faltan {left}; después {name}.',
  'keeper.plan.waitStacks': '{contract}: espera el próximo bloque de Stacks; después {name}.',
  'keeper.why.initialize-contract': 'El primer ciclo ya puede empezar.',
  'keeper.why.capture-snapshot-balances':
    'Estos participantes aún no están captados en la instantánea actual.',
  'keeper.why.advance-to-next-snapshot': 'Toca la siguiente instantánea.',
  'keeper.why.finalize-snapshots':
    'Todas las instantáneas están tomadas y la última ventana terminó.',
  'keeper.why.propose-golden-ratio': 'Esta proporción áurea será aceptada.',
  'keeper.why.change-proposed-golden-ratio':
    'La proporción áurea propuesta no puede ser aceptada; esta lo será.',
  'keeper.why.tally-participant-ratios':
    'Estos participantes aún no están contados para la propuesta.',
  'keeper.why.validate-ratio': 'La propuesta tiene el recuento de todos y es aceptada.',
  'keeper.why.calculate-participant-weights': 'Estos participantes aún no tienen peso.',
  'keeper.why.finalize-weight-computation': 'Todos los participantes tienen peso.',
  'keeper.why.set-is-distribution-enabled':
    'Los pesos son definitivos: se pueden pagar las recompensas.',
  'keeper.why.distribute-rewards': 'Estos participantes aún no han cobrado.',
  'keeper.why.finalize-reward-distribution': 'Todos han cobrado.',
  'keeper.why.advance-to-next-cycle': 'El siguiente ciclo ya puede empezar.',
  'keeper.why.calculate-rewards': 'La última mitad terminó: ya se pueden calcular sus ingresos.',
  'keeper.why.claim-rewards': 'El gestor ha ganado recompensas que no ha reclamado.',
  'keeper.stuck.count-differs':
    '{contract}: el contrato cuenta otro número de participantes que el de sus eventos. El ciclo no puede avanzar.',
  'keeper.stuck.no-valid-ratio':
    '{contract}: con estos participantes no se acepta ninguna proporción áurea.',
  'keeper.stuck.ratio-used-up':
    '{contract}: esta cuenta ya contó todas las proporciones áureas aceptables: debe proponer otra cuenta.',
  'keeper.stuck.cycle-longer-than-year':
    '{contract}: un ciclo dura más de un año: el administrador debe cambiar su tamaño.',
  'keeper.stuck.misconfigured':
    '{contract}: la siguiente instantánea no llega nunca: el administrador debe cambiar los tamaños.',
  'keeper.stuck.starts-before-deployment':
    '{contract}: el primer ciclo empezaría antes de que existiera el contrato: el administrador debe elegir un inicio posterior.',
  'keeper.trouble.family':
    '{contract}: este contrato no tiene ningún ciclo que el programa sepa llevar.',
  'keeper.trouble.missing': '{contract}: este contrato no se encontró en esta red.',
  'keeper.trouble.other': '{contract}: no se pudo leer la cadena ({code}).',
  'keeper.held.call-fee': '{contract}: {name} cuesta más de lo que puede costar una llamada.',
  'keeper.held.day-fee': '{contract}: {name} espera: las comisiones de hoy están agotadas.',
  'keeper.held.funds': '{contract}: {name} espera: la cuenta no puede pagar la comisión.',
  'keeper.held.rival': '{contract}: {name} espera: otro proceso ya la envió.',
  'keeper.held.failed-before': '{contract}: {name} falló antes y se intentará más tarde.',
  'keeper.held.no-bound': '{contract}: {name} espera: no se sabe cuánto pagaría.',
  'keeper.held.refused': '{contract}: el nodo rechazó {name} ({code}).',
  'keeper.held.not-read': '{contract}: {name} espera: no se pudo leer la cuenta.',
  'keeper.alert.window':
    '{contract}: toca {name}, y su ventana se cierra en {left} bloques de Bitcoin.',
  'keeper.alert.failed': '{contract}: {name} falló {times} veces seguidas.',
  'keeper.alert.funds': 'La cuenta tiene {amount} STX: demasiado poco para {cycles} ciclos.',
  'keeper.check.account': 'Cuenta: {address}, con {amount} STX.',
  'keeper.check.accountUnread': 'Cuenta: {address}; no se pudieron leer sus STX.',
  'keeper.check.live':
    '{contract}: capta en vivo, ciclo {cycle}, {participants} participantes, {snapshots} instantáneas.',
  'keeper.check.history':
    '{contract}: capta desde el historial (necesita at-block), ciclo {cycle}, {participants} participantes, {snapshots} instantáneas.',
  'keeper.check.staking':
    '{contract}: Bitcoin Staking, ciclo {cycle}, {managers} gestores firmantes, {bonds} bonos.',
  'keeper.check.funds':
    '{calls} llamadas por ciclo; {amount} STX para {cycles} ciclos con las comisiones actuales.',
  'keeper.check.enough': 'La cuenta puede pagarlo.',
  'keeper.check.notEnough': 'A la cuenta le faltan {amount} STX.',
  'keeper.check.dayCap':
    'Las comisiones de un día pueden ser {amount} STX; un ciclo necesita {needed} STX.',
  'keeper.check.good': 'Todo está en orden.',
  'keeper.check.bad': 'No todo está en orden: mira arriba.',
}
