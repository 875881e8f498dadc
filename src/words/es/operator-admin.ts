import type { operatorAdmin as english } from '../en/operator-admin.ts'
import type { Translation } from '../message.ts'

export const operatorAdmin: Translation<typeof english> = {
  'admin.role.account':
    'Quien tenga su clave puede hacer todo lo que tú puedes hacer ahora, incluso retirar el fondo. Tú ya no. Haz que antes firme algo con ella.',
  'admin.role.contract':
    'Solo hace lo que hace su código: lee a cuáles de estas funciones llama y quién lo decide. Uno que no llama a ninguna equivale a nadie.',
  'admin.role.nobody':
    'Duraciones, tasa, mínimo y listas quedan como están para siempre, no se puede inscribir ningún contrato más, y el fondo solo sale como recompensas. Los ciclos siguen: cualquiera puede firmar sus llamadas.',
  'admin.role.burn': 'La dirección de la que nadie tiene clave:',
  'admin.role.same': 'Esta dirección ya administra el contrato.',
  'admin.role.missing':
    'No hay tal contrato en esta red. Hasta que se despliegue, nadie administra.',
  'admin.role.unchecked': 'Aún no se sabe si este contrato existe.',
  'admin.role.notStarted':
    'Hasta donde se sabe, no ha empezado ningún ciclo. Sin nadie que administre, ya no se pueden fijar su duración ni su comienzo.',
}
