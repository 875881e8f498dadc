import type { operatorDeploy as english } from '../en/operator-deploy.ts'
import type { Translation } from '../message.ts'

export const operatorDeploy: Translation<typeof english> = {
  'deploy.cost': 'Lo que cuesta',
  'deploy.cost.what':
    'Comisiones de la red según su estimación actual, por cada transacción hasta que corre el primer ciclo. Tu cartera fija la comisión que pagas.',
  'deploy.cost.contract': 'Desplegar {name}',
  'deploy.cost.all': 'En total',
  'deploy.step.update-cycle-data-before-initialized': 'Fijar la duración de un ciclo',
  'deploy.step.update-APR': 'Fijar la tasa',
  'deploy.step.set-liquid-stacking': 'No contar los STX líquidos',
  'deploy.step.update-initialize-block': 'Fijar el comienzo del primer ciclo',
  'deploy.step.transfer': 'Aportar al fondo',
  'deploy.step.initialize-contract': 'Iniciar el primer ciclo',
  'deploy.rehearse':
    'Ensáyalo primero en testnet: elige un contrato de testnet en los ajustes y da aquí los mismos pasos.',
  'deploy.inUse': 'En uso',
  'deploy.setup': 'Configurarlo',
  'deploy.setup.what':
    'Rellenado según el plan de arriba y comprobado en la cadena. Puedes cerrar esta página y seguir más tarde.',
  'deploy.setup.enroll':
    'La gente puede inscribirse antes de que empiece el primer ciclo. Dales el enlace:',
  'deploy.setup.complete':
    'Tu programa está en marcha. Lo siguiente: enlace, código del widget y configuración del keeper:',
  'deploy.notAdmin': 'Solo quien administra el contrato puede firmarlo.',
  'deploy.state.done': 'hecho',
  'deploy.state.todo': 'pendiente',
  'deploy.state.optional': 'pendiente, opcional',
  'deploy.state.wait': 'en espera',
  'deploy.onChain': 'En la cadena: {value}.',
  'deploy.planned': 'Planificado: {value}.',
  'deploy.fact.lengths': '{snapshots} instantáneas, cada {blocks} bloques de Bitcoin',
  'deploy.fact.liquid': 'los STX líquidos cuentan',
  'deploy.fact.noLiquid': 'los STX líquidos no cuentan',
  'deploy.fact.start': 'bloque {height} de Bitcoin',
  'deploy.fact.noStart': 'ningún comienzo que el contrato acepte',
  'deploy.fact.pool': '{sats} en el fondo',
  'deploy.fact.runs': 'el primer ciclo ha empezado',
  'deploy.fact.notRunning': 'ningún ciclo ha empezado',
  'deploy.why.update-cycle-data-before-initialized':
    'Se puede fijar libremente hasta que empiece el primer ciclo. Después, un cambio actúa desde el ciclo siguiente.',
  'deploy.why.update-APR':
    'El APR de quienes tienen el impulso completo, multiplicado por 100.000.000.',
  'deploy.why.set-liquid-stacking':
    'Tu contrato de stacking líquido decide cuántos STX líquidos cuentan y para quién. Desactívalo si no lo mantienes.',
  'deploy.why.update-initialize-block':
    'El bloque de Bitcoin en el que empieza el primer ciclo. La sugerencia deja cerca de un día para inscribirse y aportar.',
  'deploy.why.transfer':
    'Un ciclo paga de lo que hay en el fondo cuando se habilita su pago. Cualquiera puede aportar, también más tarde.',
  'deploy.why.wait':
    'Fija primero la duración, la tasa y el comienzo: el primer ciclo empieza con ellos.',
}
