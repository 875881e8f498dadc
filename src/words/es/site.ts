import type { site as english } from '../en/site.ts'
import type { Translation } from '../message.ts'

export const site: Translation<typeof english> = {
  boost: 'Calculadora del impulso de Dual Stacking',
  pool: 'DUSK en un pool de staking',
  onTop:
    'Las carteras no se abren dentro de marcos: aquí está la misma calculadora en una página propia, con lo que elegiste. Pulsa el botón otra vez: tu cartera te pregunta antes de firmar nada.',
  poolLead:
    'El contrato de un pool pone en staking lo que aportan muchos. Mira cuánto ganarían tus DUSK, cuánto puede variar y qué podría salir mal.',
  referred:
    'Alguien te ha recomendado. Quien te envió este enlace recibe una parte de tus recompensas, nunca de lo que aportas, y solo si este pool reparte recompensas.',
  poolNote:
    'Los pools son contratos de terceros. No se pregunta nada a la red hasta que pulsas un botón.',
}
