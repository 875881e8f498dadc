import type { operatorFunctions as english } from '../en/operator-functions.ts'
import type { Translation } from '../message.ts'

export const operatorFunctions: Translation<typeof english> = {
  'function.update-initialize-block':
    'Fija el bloque de Bitcoin en el que empieza el primer ciclo. Solo antes de que empiece.',
  'function.update-cycle-data-before-initialized':
    'Fija cuántas instantáneas tiene un ciclo y los bloques entre ellas. Solo antes del primer ciclo.',
  'function.enroll-defi':
    'Inscribe un contrato DeFi: de quién cuentan el sBTC y los STX, y adónde van sus recompensas. Sin mínimo.',
  'function.enroll-defi-batch':
    'Inscribe muchos contratos DeFi a la vez. Una fila rechazada no detiene las demás.',
  'function.opt-out-defi': 'Da de baja a un participante desde el próximo ciclo.',
  'function.opt-out-defi-batch':
    'Da de baja a muchos desde el próximo ciclo. En la primera versión, una dirección no inscrita también baja el número de participantes, lo que puede detener un ciclo.',
  'function.change-reward-address-defi':
    'Cambia adónde van las recompensas de un participante, desde el próximo ciclo.',
  'function.change-stacking-address-defi':
    'Cambia de quién cuentan los STX apilados para un participante, desde el próximo ciclo.',
  'function.change-tracking-address-defi':
    'Cambia de quién cuenta el sBTC para un participante, desde el próximo ciclo.',
  'function.change-addresses-defi':
    'Cambia las tres direcciones de un participante, desde el próximo ciclo. La que quede vacía no cambia.',
  'function.change-addresses-defi-batch':
    'Cambia las direcciones de muchos participantes, desde el próximo ciclo. La que quede vacía no cambia.',
  'function.add-blacklisted':
    'Da de baja a una dirección y le impide inscribirse de nuevo. El ciclo en curso aún le paga.',
  'function.add-blacklisted-batch':
    'Da de baja a muchas direcciones y les impide inscribirse de nuevo. El ciclo en curso aún les paga.',
  'function.remove-blacklisted': 'Permite que una dirección se inscriba de nuevo. No la inscribe.',
  'function.remove-blacklisted-batch':
    'Permite que muchas direcciones se inscriban de nuevo. No las inscribe.',
  'function.whitelist-defi-tracking':
    'Da el impulso completo al sBTC de una dirección de seguimiento; sus STX dejan de contar. Se aplica al momento.',
  'function.remove-whitelisted-defi-tracking':
    'Quita el impulso completo a una dirección de seguimiento: sus STX vuelven a contar. Se aplica al momento.',
  'function.remove-whitelisted-defi-tracking-batch':
    'Quita el impulso completo a muchas direcciones de seguimiento: sus STX vuelven a contar. Se aplica al momento.',
  'function.set-max-percentage-above-ratio':
    'Fija cuánto sBTC puede superar la proporción áurea, en centésimas de un por ciento. Se aplica al momento.',
  'function.set-max-percentage-above-golden-ratio':
    'Fija cuánto sBTC puede superar la proporción áurea, en centésimas de un por ciento. Se aplica al momento.',
  'function.update-admin':
    'Entrega el papel de administrador, al momento. Quien lo tiene ahora no puede recuperarlo.',
  'function.update-min-sbtc-hold-required-for-enrollment':
    'Fija el mínimo de sBTC para inscribirse, en sats. Se aplica al momento, solo a nuevas inscripciones.',
  'function.update-snapshot-length':
    'Fija los bloques de Bitcoin entre instantáneas, desde el próximo ciclo.',
  'function.update-snapshots-per-cycle':
    'Fija cuántas instantáneas tiene un ciclo, desde el próximo.',
  'function.update-cycle-data':
    'Fija cuántas instantáneas tiene un ciclo y los bloques entre ellas, desde el próximo.',
  'function.update-bitcoin-blocks-per-year':
    'Fija los bloques de Bitcoin de un año, con los que el APR se divide entre ciclos. Se aplica al momento.',
  'function.update-APR':
    'Fija el APR de quien tiene el impulso completo, del 1 % al 20 %, en millonésimas de un por ciento. Se aplica al momento.',
  'function.update-apr':
    'Fija el APR de quien tiene el impulso completo, del 1 % al 20 %, en millonésimas de un por ciento. Se aplica al momento.',
  'function.update-yield-boost-multiplier':
    'Fija el mayor impulso, que es este número más uno: 9 significa 10×. Se aplica al momento.',
  'function.set-liquid-stacking':
    'Fija si los STX líquidos cuentan como apilados. Se aplica al momento, a lo que aún no se ha captado.',
  'function.emergency-withdraw-sbtc':
    'Saca sBTC del fondo a cualquier dirección. Ya no paga recompensas.',
  'function.update-buffer-blocks':
    'Fija los bloques entre la última instantánea de un ciclo y su cálculo, desde el próximo ciclo.',
  'function.add-optimized-operator-batch':
    'Permite a estas direcciones captar instantáneas con la lista de apps DeFi que usa cada participante.',
  'function.remove-optimized-operator-batch': 'Quita ese permiso a estas direcciones.',
  'function.mark-defi-compromised':
    'Marca una app DeFi como comprometida, desde una instantánea del ciclo en curso.',
  'function.restore-defi-protocol': 'Quita la marca a una app DeFi que estuvo comprometida.',
  'function.trigger-full-cycle-rollback':
    'Empieza de nuevo las instantáneas del ciclo en curso. Se rechaza si el ciclo ya está finalizado.',
}
