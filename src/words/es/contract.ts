import type { contract as english } from '../en/contract.ts'
import type { Translation } from '../message.ts'

export const contract: Translation<typeof english> = {
  'contract.100': 'El primer ciclo no ha empezado: espera a su bloque de Bitcoin.',
  'contract.101': 'Esta dirección ya está inscrita; no hay nada más que hacer.',
  'contract.102':
    'El administrador del contrato puso esta dirección en la lista negra y no puede inscribirse.',
  'contract.103': 'Esta dirección no está inscrita: inscríbela primero.',
  'contract.104': 'El sBTC disponible está por debajo del mínimo: añade sBTC e inténtalo de nuevo.',
  'contract.105': 'Este ciclo aún no ha empezado: elige uno anterior.',
  'contract.106': 'Esta cuenta ya propuso una proporción en este ciclo: cambia la propuesta.',
  'contract.107':
    'Esta cuenta no ha propuesto ninguna proporción en este ciclo: propón una primero.',
  'contract.108': 'Faltan participantes por contar: cuéntalos y después valida.',
  'contract.109': 'Todos los participantes están contados: valida la proporción.',
  'contract.110': 'Hay demasiado sBTC por encima de esta proporción: propón una mayor.',
  'contract.111': 'Hay muy poco sBTC en esta proporción o por encima: propón una menor.',
  'contract.112': 'Este ciclo ya tiene su proporción áurea: sigue con los pesos.',
  'contract.113': 'Nadie apila STX en este ciclo: solo vale la proporción 1 (100000000).',
  'contract.120': 'El próximo ciclo no ha empezado: espera a su bloque de Bitcoin.',
  'contract.121': 'Fue la última instantánea del ciclo: concluye las instantáneas.',
  'contract.122':
    'La próxima instantánea quedaría más allá del fin del ciclo: sus longitudes están mal configuradas.',
  'contract.123': 'Faltan participantes por recompensar: repárteles primero.',
  'contract.124': 'El reparto no está finalizado: finalízalo primero.',
  'contract.140': 'La próxima instantánea aún no toca: espera a su bloque de Bitcoin.',
  'contract.141': 'Faltan participantes por captar en esta instantánea: cáptalos primero.',
  'contract.142': 'Al ciclo le quedan instantáneas: avanza a la siguiente.',
  'contract.143':
    'Las instantáneas no están concluidas: conclúyelas antes de proponer una proporción.',
  'contract.144': 'Las instantáneas ya están concluidas: propón una proporción áurea.',
  'contract.145':
    'Este bloque de Stacks no es el primero desde el bloque de Bitcoin: elige ese bloque.',
  'contract.146':
    'El bloque de la instantánea aún se está formando: inténtalo en el próximo bloque de Stacks.',
  'contract.160': 'Este ciclo no tiene proporción áurea validada: valida una primero.',
  'contract.161': 'Los pesos no están completos: calcúlalos y finalízalos primero.',
  'contract.162': 'Los pesos ya están finalizados: habilita el reparto.',
  'contract.163':
    'El número de pesos calculados difiere del de participantes: calcula los que faltan.',
  'contract.180': 'El reparto no está habilitado: habilítalo primero.',
  'contract.181': 'Este participante ya fue recompensado en este ciclo.',
  'contract.182': 'El reparto ya está habilitado: reparte las recompensas.',
  'contract.183': 'El reparto ya está finalizado: espera al próximo ciclo.',
  'contract.184': 'El reparto no está habilitado: habilítalo y ejecútalo antes de finalizar.',
  'contract.200': 'Solo el administrador del contrato puede hacerlo: usa su cuenta.',
  'contract.201': 'El contrato ya está inicializado; esta llamada solo funciona antes.',
  'contract.202': 'El contrato no está inicializado: inicialízalo primero.',
  'contract.210': 'El APR está por debajo del 1 %: elige entre 1 % y 20 %.',
  'contract.211': 'El APR está por encima del 20 %: elige entre 1 % y 20 %.',
  'contract.212': 'El multiplicador es menor que 1: elige entre 1 y 20.',
  'contract.213': 'El multiplicador es mayor que 20: elige entre 1 y 20.',
  'contract.240': 'La cantidad es 0 o más de lo que tiene el contrato: elige una menor.',
  'contract.v1.114': 'Esta dirección de seguimiento ya está en la lista blanca.',
  'contract.v1.115': 'Esta dirección de seguimiento no está en la lista blanca.',
  'contract.v1.116': 'Esta dirección no está en la lista negra.',
  'contract.v1.220': 'El número de ciclo es incorrecto.',
  'contract.v1.221': 'El contrato ya está configurado.',
  'contract.v1.300': 'Este bloque de Stacks es anterior al contrato: elige un comienzo posterior.',
  'contract.v1.301':
    'La última instantánea aún se puede captar: concluye las instantáneas cuando se cierre su ventana.',
  'contract.v1.302':
    'Este valor está fuera de los límites que permiten que un ciclo funcione: elige uno dentro de ellos.',
  'contract.v1.303':
    'Las recompensas no pueden ir al propio contrato de Dual Stacking: elige otra dirección de cobro.',
  'contract.v1.304':
    'Los saldos de una instantánea debe captarlos una cuenta, no un contrato: envía tú la llamada.',
  'contract.v2.114': 'Esta dirección no está en la lista negra.',
  'contract.v2.147': 'Solo un operador nombrado por el administrador puede captar así.',
  'contract.v2.185': 'El periodo intermedio no ha empezado: inícialo primero.',
  'contract.v2.186': 'El periodo intermedio sigue en curso: espera a su último bloque de Bitcoin.',
  'contract.v2.187': 'El periodo intermedio ya ha empezado.',
  'contract.v2.260': 'No existe tal instantánea.',
  'contract.v2.261': 'Este ciclo está finalizado y ya no se puede revertir.',
  'contract.v2.262': 'Este protocolo DeFi no está marcado como comprometido.',
  'contract.unknown':
    'El contrato falló con el error {code}, que no está documentado. Pregunta a su operador.',
}
