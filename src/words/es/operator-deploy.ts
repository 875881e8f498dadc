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
}
